using System.Security.Cryptography.X509Certificates;
using NhiemSo.Documents.Pades.Pdf;

namespace NhiemSo.Documents.Pades;

/// <summary>Checks every signature of a PDF from anywhere. Answers on any bytes, never throws.</summary>
internal static class PadesVerifier
{
    /// <summary>More than any document has; a bound on work for hostile files.</summary>
    private const int MaxSignatures = 64;

    /// <param name="roots">Authorities to trust; empty: trust is not judged.</param>
    /// <param name="at">UTC; the time at which a signature without a valid time stamp is judged.</param>
    public static PadesReport Verify(ReadOnlyMemory<byte> pdf, IReadOnlyList<X509Certificate2> roots, DateTime at)
    {
        try
        {
            var file = PdfFile.Read(pdf);
            if (file.Encrypted)
                return new PadesReport(PadesVerdict.Unreadable, []);
            var fields = SignedFields(file);
            if (fields.Count > MaxSignatures)
                return new PadesReport(PadesVerdict.Unreadable, []);
            return PadesReport.Of([.. fields.Select(f => Check(file, f.Name, f.Signature, roots, at))]);
        }
        catch (PdfFormatException)
        {
            return new PadesReport(PadesVerdict.Unreadable, []);
        }
    }

    private static List<(string Name, PdfDict Signature)> SignedFields(PdfFile file)
    {
        var found = new List<(string, PdfDict)>();
        var seen = new HashSet<int>();
        var open = new Stack<(PdfValue Field, string Name)>();
        if (file.Dict(file.Catalog["AcroForm"]) is { } form)
            Push(form["Fields"], "");
        while (open.TryPop(out var next))
        {
            if (next.Field is PdfRef reference && !seen.Add(reference.Number))
                throw new PdfFormatException("form fields run in a circle");
            if (file.Dict(next.Field) is not { } field)
                continue;
            var own = (file.Resolve(field["T"]) as PdfString)?.Text;
            var name = own is null ? next.Name : next.Name.Length == 0 ? own : $"{next.Name}.{own}";
            // Any value with a byte range is a signature, whatever the field says it is.
            if (file.Dict(field["V"]) is { } value && !value["ByteRange"].IsNull)
                found.Add((name, value));
            Push(field["Kids"], name);
        }
        return found;

        void Push(PdfValue fields, string parent)
        {
            foreach (var field in file.Items(fields).Reverse())
                open.Push((field, parent));
        }
    }

    private static SignatureCheck Check(PdfFile file, string name, PdfDict signature, IReadOnlyList<X509Certificate2> roots, DateTime at)
    {
        var blank = new SignatureCheck(
            name, null, Text("Reason"), Text("Location"), PdfDate.Utc(Text("M")), null, false, false, false, LaterChanges.Other, null, null);
        if (signature.Name("SubFilter") is not ("ETSI.CAdES.detached" or "adbe.pkcs7.detached"))
            return blank with { Fault = "Kiểu chữ ký này chưa kiểm tra được." };
        if (SignedRange.Of(file, signature) is not { } range)
            return blank with { Fault = "Chữ ký không bao trùm văn bản: vùng được ký bị khai sai." };
        var later = RevisionChanges.After(file, range.End);
        var check = CmsCheck.Of(range, signature.Name("SubFilter") == "ETSI.CAdES.detached", roots, at);
        return blank with
        {
            Certificate = check.Certificate,
            TimeStamp = check.TimeStamp,
            DigestIntact = check.DigestIntact,
            SignatureValid = check.SignatureValid,
            CoversWholeRevision = later is not null,
            LaterChanges = later ?? LaterChanges.Other,
            Trusted = check.Trusted,
            Fault = check.Certificate is null ? "Chữ ký bị hỏng hoặc không đọc được."
                : !check.DigestIntact ? "Nội dung đã bị thay đổi sau khi ký."
                : !check.SignatureValid ? "Chữ ký không đúng với chứng thư số."
                : later is null ? "Chữ ký không bao trùm trọn một phiên bản của văn bản."
                : later == LaterChanges.Other ? "Có nội dung được thêm hoặc sửa sau chữ ký này."
                : check.TimeStamp is { Valid: false } ? "Dấu thời gian không hợp lệ."
                : null,
        };

        string? Text(string key) => (file.Resolve(signature[key]) as PdfString)?.Text;
    }
}
