using Microsoft.AspNetCore.Http;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Apply;

/// <summary>The kinds of file that applicants hand in: what the desk can open and print without more tools.</summary>
internal static class AcceptedPapers
{
    private static readonly FileType[] Types = [FileType.Pdf, FileType.Docx, FileType.Jpeg, FileType.Png];

    /// <summary>Papers that one page may ask for; each may be as large as the page says.</summary>
    public const int MostOnPage = 12;

    /// <summary>Bytes of one request with all of them and the paper of an authorisation, and the text of the form.</summary>
    public const long RequestLimit = ((MostOnPage + 1) * FileStore.DefaultLimit) + (1L << 20);

    /// <summary>For the file control of a browser.</summary>
    public static readonly string Endings = string.Join(',', Types.SelectMany(t => t.Endings));

    /// <summary>Looked through and on disk; a refusal says in Vietnamese what to do.</summary>
    public static async Task<Outcome<Stored>> PutPaperAsync(this FileStore store, Stream content, string name, CancellationToken ct)
    {
        var clean = FileNames.Clean(name);
        var ending = Path.GetExtension(clean).ToLowerInvariant();
        if (!Types.Any(t => t.Endings.Contains(ending)))
            return Problem.Field("", $"Tệp “{clean}” không thuộc loại nhận ở đây. Lưu lại thành một trong các loại: {string.Join(", ", Types.Select(t => t.Name))}, rồi tải lên.");

        return await store.PutAsync(content, name, ct, accepted: Types);
    }

    /// <summary>Why a file was refused, at the field that sent it.</summary>
    public static FieldFault At(this Problem refused, string field) => new(field, refused.Fields.Count > 0 ? refused.Fields[0].Message : refused.Message);

    /// <summary>The same for one required upload of a staff page; a fault stands at the page's field.</summary>
    public static async Task<Outcome<Stored>> PutUploadAsync(this FileStore store, IFormFile? upload, string field, CancellationToken ct)
    {
        if (upload is not { Length: > 0 }) return Problem.Field(field, "Chọn tệp bản quét hoặc bản điện tử.");
        await using var content = upload.OpenReadStream();
        var kept = await store.PutPaperAsync(content, upload.FileName, ct);
        return kept.Ok ? kept : Problem.Invalid("Tệp chưa nhận được.", kept.Problem.At(field));
    }
}
