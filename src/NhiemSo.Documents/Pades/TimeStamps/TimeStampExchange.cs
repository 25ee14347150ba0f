using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Pades.TimeStamps;

/// <summary>One request to an authority and the check that its answer belongs to it: hash, nonce, status, signature.</summary>
internal sealed class TimeStampExchange(byte[] sha256)
{
    private readonly Rfc3161TimestampRequest request = Rfc3161TimestampRequest.CreateFromHash(
        sha256, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);

    public byte[] Request => request.Encode();

    public Outcome<byte[]> Token(byte[] response)
    {
        try
        {
            var token = request.ProcessResponse(response, out _);
            return token.VerifySignatureForHash(sha256, HashAlgorithmName.SHA256, out _)
                ? token.AsSignedCms().Encode()
                : Problem.WrongState("Dấu thời gian nhận được không hợp lệ. Kiểm tra máy chủ cấp dấu thời gian rồi thử lại.");
        }
        catch (CryptographicException)
        {
            return Problem.WrongState("Máy chủ cấp dấu thời gian từ chối hoặc trả lời sai. Thử lại sau.");
        }
    }
}
