using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Apply;

/// <summary>The kinds of file that applicants hand in: what the desk can open and print without more tools.</summary>
internal static class AcceptedPapers
{
    private static readonly FileType[] Types = [FileType.Pdf, FileType.Docx, FileType.Jpeg, FileType.Png];

    /// <summary>For the file control of a browser.</summary>
    public static readonly string Endings = string.Join(',', Types.SelectMany(t => t.Endings));

    /// <summary>Looked through and on disk; a refusal says in Vietnamese what to do.</summary>
    public static async Task<Outcome<Stored>> PutPaperAsync(this FileStore store, Stream content, string name, CancellationToken ct)
    {
        var stored = await store.PutAsync(content, name, ct);
        if (!stored.Ok || Types.Contains(stored.Value.Type)) return stored;
        return Problem.Field("", $"Tệp “{stored.Value.Name}” là {stored.Value.Type.Name}. Nơi này nhận PDF, Word (DOCX), ảnh JPG hoặc PNG: hãy lưu lại thành PDF rồi tải lên.");
    }
}
