using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NhiemSo.Documents.Pades.Pdf;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Documents.Pades;

/// <summary>
/// Signs a PDF in two acts, so that the key can be elsewhere: <see cref="Prepare"/> lays out the signed revision
/// and says which hash is to be signed, <see cref="Complete"/> puts the signature into its reserved place.
/// Each signature is an incremental update: no earlier byte changes, so earlier signatures stay valid.
/// </summary>
internal static class PadesWriter
{
    /// <summary>Room for a time stamp with its chain and for the CMS around certificates, in bytes.</summary>
    private const int RoomBesideCertificates = 12 << 10;

    public static Outcome<PadesDraft> Prepare(byte[] pdf, PadesRequest request)
    {
        if (Refusal(request) is { } refused)
            return refused;
        try
        {
            var file = PdfFile.Read(pdf);
            if (file.Encrypted)
                return Problem.Invalid("Tệp PDF đang đặt mật khẩu nên không ký được. Bỏ mật khẩu rồi ký lại.");
            var certificates = new[] { request.Signer.Certificate }.Concat(request.Signer.Chain).Select(c => c.RawData).ToList();
            var update = new PdfUpdate(file);
            var field = SignatureField.Add(file, update, request, 2 * (RoomBesideCertificates + certificates.Sum(c => c.Length)));
            if (!field.Ok)
                return field.Problem;
            var (bytes, offsets) = update.Write();
            return Draft(bytes, offsets[field.Value.Signature.Number], field.Value.Name, certificates);
        }
        catch (PdfFormatException)
        {
            return Problem.Invalid("Tệp PDF bị hỏng hoặc không đúng chuẩn nên không ký được. Tạo lại tệp PDF rồi ký.");
        }
    }

    /// <param name="signatureValue">As <see cref="Signers.ISigner.SignHashAsync"/> gives it.</param>
    /// <param name="timeStampToken">RFC 3161 token over the SHA-256 of <paramref name="signatureValue"/>, or null.</param>
    public static Outcome<byte[]> Complete(PadesDraft draft, byte[] signatureValue, byte[]? timeStampToken = null)
    {
        var state = draft.State;
        if (!SHA256.HashData(draft.Prepared).AsSpan().SequenceEqual(state.PreparedHash))
            return Problem.Conflict("Bản chuẩn bị ký đã bị thay đổi. Trình ký lại văn bản này.");
        using var certificate = X509CertificateLoader.LoadCertificate(state.Certificates[0]);
        if (!CmsSignature.Verifies(certificate, state.DigestToSign, signatureValue))
            return Problem.Invalid("Chữ ký không khớp với chứng thư số đã chọn. Kiểm tra thiết bị ký rồi ký lại.");
        if (timeStampToken is not null && !(Rfc3161TimestampToken.TryDecode(timeStampToken, out var token, out _) && token.VerifySignatureForData(signatureValue, out _)))
            return Problem.Invalid("Dấu thời gian không thuộc chữ ký này. Lấy lại dấu thời gian.");
        var digits = Convert.ToHexString(CmsSignature.Assemble(state, signatureValue, timeStampToken));
        if (digits.Length > state.ContentsLength)
            return Problem.Invalid("Chữ ký và dấu thời gian dài hơn chỗ đã dành. Trình ký lại với chuỗi chứng thư ngắn hơn.");
        var signed = draft.Prepared.ToArray();
        Encoding.ASCII.GetBytes(digits, signed.AsSpan(state.ContentsOffset));
        return signed;
    }

    private static PadesDraft Draft(byte[] bytes, int signatureAt, string fieldName, List<byte[]> certificates)
    {
        var gap = SignatureField.FindGap(bytes, signatureAt);
        SignatureField.FillByteRange(bytes, signatureAt, gap);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(bytes.AsSpan(0, gap.Start));
        hash.AppendData(bytes.AsSpan(gap.End));
        var attributes = CmsSignature.SignedAttributes(hash.GetHashAndReset(), certificates[0]);
        return new PadesDraft(bytes, new PadesDraftState(
            fieldName, SHA256.HashData(bytes), SHA256.HashData(attributes), attributes, certificates, gap.Start + 1, gap.End - gap.Start - 2));
    }

    private static Problem? Refusal(PadesRequest request)
    {
        var certificate = request.Signer.Certificate;
        if (request.SigningTime < certificate.NotBefore.ToUniversalTime() || request.SigningTime > certificate.NotAfter.ToUniversalTime())
        {
            return Problem.Invalid(string.Create(CultureInfo.InvariantCulture,
                $"Chứng thư số của {request.Signer.Name} chỉ dùng được từ {Vietnam.Day(certificate.NotBefore.ToUniversalTime()):dd/MM/yyyy} đến {Vietnam.Day(certificate.NotAfter.ToUniversalTime()):dd/MM/yyyy}. Chọn chứng thư số còn hạn."));
        }
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages;
        if (usage is { } u && (u & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) == X509KeyUsageFlags.None)
            return Problem.Invalid($"Chứng thư số của {request.Signer.Name} không được cấp để ký. Chọn chứng thư số khác.");
        if (certificate.GetKeyAlgorithm() is not ("1.2.840.113549.1.1.1" or "1.2.840.10045.2.1"))
            return Problem.Invalid("Chứng thư số dùng loại khóa chưa hỗ trợ; cần RSA hoặc ECDSA.");
        return null;
    }
}
