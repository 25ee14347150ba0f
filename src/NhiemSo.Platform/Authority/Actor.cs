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

/// <summary>What a post lets its holder do. Process tables name these roles.</summary>
public static class Roles
{
    public const string Applicant = "applicant";
    public const string Desk = "desk";
    public const string Officer = "officer";
    public const string UnitHead = "unit-head";
    public const string Leader = "leader";
    public const string Clerk = "clerk";
    public const string Admin = "admin";
    public const string System = "system";
}
