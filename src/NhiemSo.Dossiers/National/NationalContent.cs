using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.National;

/// <summary>A file of a submission, decoded.</summary>
internal sealed record SentFile(string Component, string Name, byte[] Bytes);

/// <summary>What was handed over, read: the code, the answers by field key, the papers by component.</summary>
/// <param name="Hash">Of everything that matters, in canonical form.</param>
internal sealed partial record NationalContent(string ExternalId, IReadOnlyDictionary<string, string> Answers, string ReturnBy, IReadOnlyList<SentFile> Files, string Hash)
{
    public static Outcome<NationalContent> Read(SubmissionRequest request, Procedure procedure)
    {
        var faults = new List<FieldFault>();
        if (request.ExternalId is not { } id || !Id().IsMatch(id)) faults.Add(new("externalId", "Nhập mã hồ sơ quốc gia: chữ không dấu, chữ số, dấu chấm, dấu gạch; nhiều nhất 64 ký tự."));
        var answers = Answered(request, procedure);
        var asked = procedure.Groups.SelectMany(g => g.Fields).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(answers.Keys.Where(k => !asked.Contains(k)).Select(k => new FieldFault(k, $"Đơn của thủ tục này không hỏi '{k}'.")));
        var files = Decoded(request.Files ?? [], procedure, faults);
        if (faults.Count > 0) return Problem.Invalid("Hồ sơ gửi đến có chỗ cần sửa.", [.. faults]);
        var content = new SortedDictionary<string, string>(answers.ToDictionary(), StringComparer.Ordinal);
        var whole = JsonSerializer.SerializeToUtf8Bytes(
            new { procedure = procedure.Code, answers = content, returnBy = request.ReturnBy ?? "", files = files.OrderBy(f => f.Component, StringComparer.Ordinal).Select(f => $"{f.Component}|{f.Name}|{Convert.ToHexStringLower(SHA256.HashData(f.Bytes))}") }, Json.Options);
        return new NationalContent(request.ExternalId!, answers, request.ReturnBy ?? "", files, Convert.ToHexStringLower(SHA256.HashData(whole)));
    }

    /// <summary>The answers, the applicant's own data under the keys of the procedure's form.</summary>
    private static Dictionary<string, string> Answered(SubmissionRequest request, Procedure procedure)
    {
        var (who, sent) = (procedure.ApplicantFields, request.Applicant);
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in new[] { (who.Name.FirstOrDefault(), sent?.Name), (who.Phone, sent?.Phone), (who.Email, sent?.Email), (who.Address, sent?.Address), (who.TaxCode, sent?.TaxCode) })
            if (key is not null && !string.IsNullOrWhiteSpace(value)) answers[key] = value;
        foreach (var (key, value) in request.Answers ?? new Dictionary<string, string>())
            if (!string.IsNullOrWhiteSpace(value)) answers[key] = value;
        return answers;
    }

    private static List<SentFile> Decoded(IReadOnlyList<FileRequest> sent, Procedure procedure, List<FieldFault> faults)
    {
        var files = new List<SentFile>();
        foreach (var file in sent)
        {
            var at = NationalIntake.PaperField(file.Component);
            if (!procedure.Components.Any(c => c.Code == file.Component && Submission.IsUploaded(c))) faults.Add(new(at, $"Thủ tục này không nhận giấy tờ '{file.Component}'."));
            else if (files.Exists(f => f.Component == file.Component)) faults.Add(new(at, "Mỗi giấy tờ gửi một tệp; gộp các tệp lại."));
            else if (string.IsNullOrWhiteSpace(file.Name)) faults.Add(new(at, "Thiếu tên tệp."));
            else if (Bytes(file.Content) is not { } bytes) faults.Add(new(at, "Nội dung tệp không phải base64."));
            else files.Add(new SentFile(file.Component!, file.Name, bytes));
        }

        return files;
    }

    private static byte[]? Bytes(string? base64)
    {
        if (base64 is null) return null;
        var bytes = new byte[(base64.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length <= FileStore.DefaultLimit + 1 ? bytes[..length] : null;
    }

    [GeneratedRegex(@"\A[0-9A-Za-z][0-9A-Za-z._-]{0,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
