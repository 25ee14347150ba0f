using NhiemSo.Mandate.Reading;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Review;

/// <summary>A decision's file, on disk and read; nothing refers to it yet.</summary>
internal sealed record ReadFile(Stored Stored, Outline Outline);

/// <summary>Looks a decision's file through, stores it and reads it, wherever it comes from.</summary>
internal sealed class DecisionFiles(FileStore store)
{
    /// <summary>A decision is text: what is larger is a scan, or something else.</summary>
    public const long Limit = 10L << 20;

    /// <summary>A page shows them all; no decision on organisation has so many.</summary>
    private const int MostNodes = 3000;

    private static readonly IReadOnlyList<FileType> Accepted = [FileType.Text, FileType.Docx, FileType.Pdf];

    /// <summary>The problem's message is a whole sentence, its fields are empty.</summary>
    public async Task<Outcome<ReadFile>> ReadAsync(ReadOnlyMemory<byte> bytes, string fileName, CancellationToken ct)
    {
        var name = FileNames.Clean(fileName);
        if (bytes.Length > Limit) return Problem.Invalid($"Tệp “{name}” lớn hơn mức cho phép ({Limit >> 20} MB). Nếu là bản chụp, dùng bản DOCX hoặc PDF có chữ.");

        // Plain text is read first: the reader knows why old fonts and other encodings can't be read. A packed file is looked through before anything unpacks it.
        if (!bytes.Span.StartsWith("PK"u8) && DecisionReader.Open(bytes, name) is { Ok: false } unread) return Problem.Invalid(unread.Problem.Message);
        using var content = new MemoryStream(bytes.ToArray(), writable: false);
        var stored = await store.PutAsync(content, fileName, ct, Limit, Accepted);
        if (!stored.Ok) return Problem.Invalid(stored.Problem.Fields.Count > 0 ? stored.Problem.Fields[0].Message : stored.Problem.Message);
        var parts = DecisionReader.Open(bytes, stored.Value.Name);
        if (!parts.Ok) return Problem.Invalid(parts.Problem.Message);
        var outline = Outline.Of(parts.Value);
        return outline.Nodes.Count <= MostNodes ? new ReadFile(stored.Value, outline)
            : Problem.Invalid($"Tệp có {outline.Nodes.Count} điều, khoản, điểm, nhiều hơn {MostNodes}. Kiểm tra lại có phải là quyết định về chức năng, nhiệm vụ không.");
    }
}
