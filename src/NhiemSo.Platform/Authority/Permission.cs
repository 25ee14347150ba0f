using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Platform.Authority;

/// <summary>How the actor must stand to the matter, beside holding the role. It doesn't bind the applicant (the matter is theirs) nor the system.</summary>
public enum Relation
{
    Any,
    OwnUnit,
    Responsible,
}

/// <summary>Who may take an act: one of the roles, standing so to the matter.</summary>
public sealed record ActRule(IReadOnlyList<Role> By, Relation Relation);

/// <summary>Visibility and permission, both from the keys of <see cref="Scope"/>.</summary>
public static class Permission
{
    /// <summary>The matters this reader may see, as a query to go on with.</summary>
    public static IQueryable<Matter> VisibleTo(this DepartmentDb db, Reader reader)
    {
        var keys = reader.Keys;
        return db.Set<Matter>().Where(m => db.Set<MatterScope>().Any(s => s.MatterId == m.Id && keys.Contains(s.Key)));
    }

    /// <summary>The keys through which this reader sees matters, for rows that name their matter: it need not be read itself. Ask with <c>Any</c>.</summary>
    public static IQueryable<MatterScope> SeenBy(this DepartmentDb db, Reader reader)
    {
        var keys = reader.Keys;
        return db.Set<MatterScope>().Where(s => keys.Contains(s.Key));
    }

    /// <summary>The grant under which <paramref name="reader"/> may take the act on the matter; null if he may not. Nobody may act on what he can't see.</summary>
    public static Grant? May(Reader reader, ActRule rule, Matter matter, IReadOnlySet<string> matterKeys) =>
        !Scope.Sees(reader, matterKeys) ? null : reader.Grants.FirstOrDefault(g => rule.By.Contains(g.Role) && (g.Role is Role.Applicant or Role.System || Stands(reader, g, rule.Relation, matter)));

    private static bool Stands(Reader reader, Grant grant, Relation relation, Matter matter) => relation switch
    {
        // A head or officer of another unit sees a matter on which that unit was asked; it doesn't become theirs to act on.
        Relation.Any => grant.Role is not (Role.UnitHead or Role.Officer) || grant.UnitId == matter.UnitId || (matter.ResponsibleId is not null && matter.ResponsibleId == reader.PersonId),
        Relation.OwnUnit => grant.UnitId == matter.UnitId,
        Relation.Responsible => matter.ResponsibleId is not null && matter.ResponsibleId == reader.PersonId,
        _ => false,
    };
}
