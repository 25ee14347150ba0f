using NhiemSo.Platform.Matters;

namespace NhiemSo.Platform.Authority;

/// <summary>Holders of <paramref name="Role"/> see every open matter that carries <paramref name="Key"/>; rooms hand these in.</summary>
public sealed record RoleScope(Role Role, string Key);

/// <summary>
/// The one rule of visibility. A matter carries keys, a reader holds keys, and sees what shares one with him.
/// Lists (<c>Visible</c>), search rows and <c>May</c> all ask these keys and nothing else.
/// </summary>
public static class Scope
{
    /// <summary>Held by the department's leaders.</summary>
    public const string Department = "department";

    public static string Unit(Guid id) => $"u:{id:N}";

    public static string Person(Guid id) => $"p:{id:N}";

    public static string Kind(string kind) => $"k:{kind}";

    /// <summary>Held by whoever proved to be the applicant of this one matter, and by the system acting on it.</summary>
    public static string Itself(Guid matterId) => $"m:{matterId:N}";

    /// <summary>The keys a matter carries. A restricted one exists only for the persons named on it.</summary>
    public static IReadOnlySet<string> KeysOf(Matter matter, IEnumerable<Assignment> assignments)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal) { Itself(matter.Id) };
        if (matter.ResponsibleId is { } responsible) keys.Add(Person(responsible));
        foreach (var a in assignments.Where(a => a.MatterId == matter.Id && a.EndedAt is null))
        {
            if (a.PersonId is { } person) keys.Add(Person(person));
            // A unit that was asked to cooperate sees the matter while it is open.
            if (a.UnitId is { } unit && matter is { Confidentiality: Confidentiality.Open, Closed: null }) keys.Add(Unit(unit));
        }

        if (matter.Confidentiality == Confidentiality.Restricted) return keys;
        keys.Add(Department);
        keys.Add(Kind(matter.Kind));
        keys.Add(Unit(matter.UnitId));
        return keys;
    }

    /// <summary>The keys somebody holds through posts and delegations.</summary>
    public static IReadOnlyList<string> KeysFor(Guid personId, IEnumerable<Grant> grants, IEnumerable<RoleScope> roleScopes)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal) { Person(personId) };
        foreach (var grant in grants)
        {
            keys.Add(Unit(grant.UnitId));
            if (grant.Role == Role.Leader) keys.Add(Department);
            foreach (var scope in roleScopes.Where(s => s.Role == grant.Role)) keys.Add(scope.Key);
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }

    public static bool Sees(Reader reader, IReadOnlySet<string> matterKeys) => reader.Keys.Any(matterKeys.Contains);
}
