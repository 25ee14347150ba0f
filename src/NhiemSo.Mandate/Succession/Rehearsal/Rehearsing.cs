using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Mandate.Succession.Running;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;

namespace NhiemSo.Mandate.Succession.Rehearsal;

/// <summary>What would move.</summary>
/// <param name="To">Null: nobody said where to.</param>
/// <param name="Href">Where to say it.</param>
internal sealed record RehearsalRow(string Name, string? Note, string From, string? To, string? Href = null);

/// <summary>
/// Everything a plan would move, from where to where, without moving it. The administrator sees no matter for being one: open matters are
/// named by number and procedure, restricted ones only counted.
/// </summary>
internal sealed class Rehearsing(DepartmentDb db, PlanReader plans, PostMoves posts, BookMoves books)
{
    public const int PageSize = 50;

    /// <summary>How many open matters would move, by destination; null stands for those that can't.</summary>
    public async Task<IReadOnlyList<(string From, string? To, int Open, int Restricted)>> CountsAsync(Plan plan, CancellationToken ct)
    {
        var (to, known) = (await plans.DestinationsAsync(plan, ct), await KnownAsync(ct));
        var groups = await db.Set<Matter>().Where(m => m.Closed == null).GroupBy(m => new { m.DutyId, m.UnitId })
            .Select(g => new { g.Key.DutyId, g.Key.UnitId, Open = g.Count(m => m.Confidentiality == Confidentiality.Open), All = g.Count() }).ToListAsync(ct);
        return [.. groups.Select(g => (g.UnitId, To: to.Of(g.DutyId, g.UnitId, known.Contains(g.DutyId)), g.Open, g.All)).Where(g => g.To != g.UnitId)
            .GroupBy(g => (g.UnitId, g.To)).Select(g => (plan.UnitName(g.Key.UnitId), g.Key.To is { } unit ? plan.UnitName(unit) : null, g.Sum(x => x.Open), g.Sum(x => x.All - x.Open)))
            .OrderBy(g => g.Item1, StringComparer.Ordinal).ThenBy(g => g.Item2, StringComparer.Ordinal)];
    }

    /// <summary>Open matters that would move, oldest first; the cursor is the last one's id.</summary>
    public async Task<(IReadOnlyList<RehearsalRow> Rows, Guid? Next)> MattersAsync(Plan plan, Guid? after, CancellationToken ct)
    {
        var (to, known) = (await plans.DestinationsAsync(plan, ct), await KnownAsync(ct));
        var rows = new List<RehearsalRow>();
        // What stays is passed over: a page is read on until it is full.
        while (true)
        {
            var found = await db.Set<Matter>().AsNoTracking().Where(m => m.Closed == null && m.Confidentiality == Confidentiality.Open && (after == null || m.Id > after)).OrderBy(m => m.Id)
                .Select(m => new { m.Id, m.Number, m.Title, m.StateName, m.DutyId, m.DutyCitation, m.UnitId }).Take(PageSize).ToListAsync(ct);
            foreach (var m in found)
            {
                after = m.Id;
                var unit = to.Of(m.DutyId, m.UnitId, known.Contains(m.DutyId));
                if (unit == m.UnitId) continue;
                var href = unit is not null ? null : plan.OldDuties.Any(d => d.Id == m.DutyId) ? $"/quan-tri/sap-xep/nhiem-vu/{m.DutyId}" : $"/quan-tri/sap-xep/don-vi/{m.UnitId}";
                rows.Add(new RehearsalRow($"{m.Number ?? "Chưa có số"}: {m.Title}", $"{m.StateName}, mở theo {m.DutyCitation}", plan.UnitName(m.UnitId), unit is { } goes ? plan.UnitName(goes) : null, href));
                if (rows.Count == PageSize) return (rows, after);
            }

            if (found.Count < PageSize) return (rows, null);
        }
    }

    public IReadOnlyList<RehearsalRow> Units(Plan plan) =>
        [.. plan.OldUnits.Where(u => !plan.GoesOn(u.Id)).Select(u => new RehearsalRow(
            u.Name, Difference.Words(Difference.Of(plan, u)), $"đến {plan.New.From.AddDays(-1):dd/MM/yyyy}", plan.Of(u) is { Count: > 0 } to ? string.Join(", ", to.Select(m => plan.UnitName(m.NewId))) : null, $"/quan-tri/sap-xep/don-vi/{u.Id}"))];

    public async Task<IReadOnlyList<RehearsalRow>> PostsAsync(Plan plan, CancellationToken ct) =>
        [.. (await posts.PostsAsync(plan, plan.New.From, ct)).Select(p => new RehearsalRow(
            $"{p.Person}, {p.Position.Title}", p.Appointment.To is { } to ? $"đến {to:dd/MM/yyyy}" : null, plan.UnitName(p.Position.UnitId),
            p.To is { } unit ? plan.UnitName(unit) : plan.Following(p.Position.UnitId) is null ? null : "thôi giữ chức vụ", $"/quan-tri/sap-xep/don-vi/{p.Position.UnitId}"))];

    public async Task<IReadOnlyList<RehearsalRow>> DelegationsAsync(Plan plan, CancellationToken ct) =>
        [.. (await posts.DelegationsAsync(await posts.PostsAsync(plan, plan.New.From, ct), plan.New.From, ct)).Select(d => new RehearsalRow(
            $"{d.From} ủy quyền cho {d.To}", $"{d.Delegation.Basis}, đến {d.Delegation.To:dd/MM/yyyy}", "", d.Ends ? "chấm dứt cùng chức vụ của người ủy quyền" : "giữ nguyên theo chức vụ mới"))];

    /// <summary>What a unit that is no more was asked to do on a matter of another.</summary>
    public async Task<IReadOnlyList<RehearsalRow>> AssignmentsAsync(Plan plan, CancellationToken ct)
    {
        var ending = plan.OldUnits.Where(u => !plan.GoesOn(u.Id)).Select(u => u.Id).ToList();
        var asked = await (from a in db.Set<Assignment>()
                           join m in db.Set<Matter>() on a.MatterId equals m.Id
                           where a.EndedAt == null && m.Closed == null && m.Confidentiality == Confidentiality.Open && a.UnitId != null && ending.Contains(a.UnitId.Value)
                           orderby a.Id
                           select new { m.Number, m.Title, a.Instruction, UnitId = a.UnitId!.Value }).Take(500).ToListAsync(ct);
        return [.. asked.Select(a => new RehearsalRow($"{a.Number ?? "Chưa có số"}: {a.Title}", a.Instruction, plan.UnitName(a.UnitId), plan.Following(a.UnitId) is { } unit ? plan.UnitName(unit) : null, $"/quan-tri/sap-xep/don-vi/{a.UnitId}"))];
    }

    public async Task<IReadOnlyList<RehearsalRow>> BooksAsync(Plan plan, CancellationToken ct) =>
        [.. (await books.AllAsync(plan, plan.New.From, ct)).Select(b => new RehearsalRow(b.Name, b.Note, b.From, b.To))];

    /// <summary>Units that get work and would have nobody to assign it.</summary>
    public async Task<IReadOnlyList<string>> HeadlessAsync(Plan plan, CancellationToken ct)
    {
        var moving = await posts.PostsAsync(plan, plan.New.From, ct);
        var heads = moving.Where(p => Heads(p.Position.Roles)).Select(p => p.To).ToHashSet();
        var day = plan.New.From;
        var there = await (from a in db.Set<Appointment>()
                           join p in db.Set<Position>() on a.PositionId equals p.Id
                           where (a.To == null || a.To >= day) && (p.To == null || p.To >= day)
                           select new { p.UnitId, p.Roles }).ToListAsync(ct);
        return [.. plan.NewUnits.Where(u => !heads.Contains(u.Id) && !there.Any(t => t.UnitId == u.Id && Heads(t.Roles))).Select(u => u.Name)];
    }

    private static bool Heads(string roles) => Platform.Authority.RoleWords.Read(roles).Contains(Platform.Authority.Role.UnitHead);

    private async Task<HashSet<Guid>> KnownAsync(CancellationToken ct) => (await db.Set<Provision>().Where(p => p.IsDuty).Select(p => p.Id).ToListAsync(ct)).ToHashSet();
}
