namespace NhiemSo.Platform.Authority;

/// <summary>Who does an act, as the audit trail names them.</summary>
/// <param name="Id">Person or account; null for the system and for citizens without an account.</param>
/// <param name="Name">Natural person's name, or "Người nộp", or "Hệ thống".</param>
/// <param name="Capacity">Position or delegation, in words.</param>
public sealed record Actor(Guid? Id, string Name, string Capacity)
{
    public static readonly Actor System = new(null, "Hệ thống", "tự động");

    /// <summary>A citizen who proved to hold the look-up code, without an account.</summary>
    public static readonly Actor Applicant = new(null, "Người nộp", "người nộp hồ sơ");
}
