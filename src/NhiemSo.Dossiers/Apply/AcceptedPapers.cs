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
        var clean = FileNames.Clean(name);
        var ending = Path.GetExtension(clean).ToLowerInvariant();
        if (!Types.Any(t => t.Endings.Contains(ending)))
            return Problem.Field("", $"Tệp “{clean}” không thuộc loại nhận ở đây. Lưu lại thành PDF, Word (DOCX), ảnh JPG hoặc PNG rồi tải lên.");

        // The ending is one of ours here, and the store refuses a content that isn't what the ending says.
        return await store.PutAsync(content, name, ct);
    }
}
