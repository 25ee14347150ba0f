namespace NhiemSo.Platform.Authority;

/// <summary>What a post lets its holder do. Process tables name these roles.</summary>
public enum Role
{
    Applicant,

    /// <summary>The one-stop desk.</summary>
    Desk,
    UnitHead,

    /// <summary>The officer who has the matter.</summary>
    Officer,
    Leader,

    /// <summary>Văn thư.</summary>
    Clerk,

    /// <summary>Keeps accounts, posts and rules; sees no matter for it.</summary>
    Admin,

    /// <summary>The program itself, after a step outside a transaction.</summary>
    System,
}

/// <summary>The words of the roles in rule books and in a post's list.</summary>
public static class RoleWords
{
    public static readonly IReadOnlyDictionary<string, Role> All = new Dictionary<string, Role>(StringComparer.Ordinal)
    {
        ["applicant"] = Role.Applicant,
        ["desk"] = Role.Desk,
        ["unit-head"] = Role.UnitHead,
        ["officer"] = Role.Officer,
        ["leader"] = Role.Leader,
        ["clerk"] = Role.Clerk,
        ["admin"] = Role.Admin,
        ["system"] = Role.System,
    };

    /// <summary>Reads a list of roles separated by single spaces; words that are no role are passed over.</summary>
    public static IReadOnlyList<Role> Read(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(All.ContainsKey).Select(w => All[w])];
}
