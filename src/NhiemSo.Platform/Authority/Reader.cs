namespace NhiemSo.Platform.Authority;

/// <summary>One role someone has now, where, and why.</summary>
/// <param name="Role">See the enum.</param>
/// <param name="UnitId">The unit of the post.</param>
/// <param name="Capacity">Post or delegation, in words.</param>
public sealed record Grant(Role Role, Guid UnitId, string Capacity)
{
    /// <summary>From the post of the head of the department (người đứng đầu), held or lent.</summary>
    public bool Heads { get; init; }
}

/// <summary>
/// Somebody looking at the department's work at one moment, with what they hold then. Made anew for each request.
/// </summary>
/// <param name="PersonId">The person; null for somebody who holds no post.</param>
/// <param name="Name">Full name.</param>
/// <param name="Grants">From appointments and delegations in force on that day.</param>
/// <param name="Keys">Scope keys: a matter that carries one of them is visible.</param>
public sealed record Reader(Guid? PersonId, string Name, IReadOnlyList<Grant> Grants, IReadOnlyList<string> Keys)
{
    public static readonly Reader Nobody = new(null, "", [], []);

    /// <summary>A program that may count the department's open matters; restricted ones don't exist for it.</summary>
    public static readonly Reader OfDepartment = new(null, "", [], [Scope.Department]);

    public bool IsStaff => Grants.Count > 0;

    public bool Has(Role role) => Grants.Any(g => g.Role == role);

    /// <summary>The actor for an act done in <paramref name="role"/>.</summary>
    public Actor As(Role role) => new(PersonId, Name, Grants.FirstOrDefault(g => g.Role == role)?.Capacity ?? Grants.FirstOrDefault()?.Capacity ?? "");

    /// <summary>The main post, for the page's corner.</summary>
    public string Capacity => Grants.FirstOrDefault()?.Capacity ?? "";
}
