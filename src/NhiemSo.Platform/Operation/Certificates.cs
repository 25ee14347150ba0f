namespace NhiemSo.Platform.Operation;

/// <summary>A certificate that the server uses, for whoever must renew it in time.</summary>
/// <param name="Use">What for, in words.</param>
/// <param name="Subject">Whose, as it names itself.</param>
/// <param name="Until">UTC.</param>
public sealed record CertificateInUse(string Use, string Subject, DateTime Until);

/// <summary>A room that signs or trusts by certificates says which.</summary>
public interface ICertificateSource
{
    IEnumerable<CertificateInUse> InUse();
}
