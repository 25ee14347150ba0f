using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Dossiers.Fees;

/// <summary>Who does what with money: the desk records; the head of the desk's unit, or the leader, closes the day.</summary>
internal sealed class FeeRights(DepartmentDb db, RuleShelf rules)
{
    /// <summary>The role under which the reader closes a day; null when he may not.</summary>
    public async Task<Role?> ClosesAsync(Reader reader, CancellationToken ct)
    {
        if (reader.Has(Role.Leader)) return Role.Leader;
        var heads = reader.Grants.Where(g => g.Role == Role.UnitHead).Select(g => g.UnitId).ToList();
        if (heads.Count == 0) return null;
        var desk = rules.Today.All<OfficeRule>()[0].DeskUnit;
        return await db.Set<Unit>().AnyAsync(u => heads.Contains(u.Id) && u.Code == desk, ct) ? Role.UnitHead : null;
    }

    public async Task<bool> ReadsAsync(Reader reader, CancellationToken ct) => reader.Has(Role.Desk) || await ClosesAsync(reader, ct) is not null;
}
