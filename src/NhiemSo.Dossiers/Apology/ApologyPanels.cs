using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Process.Act;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.MyWork;

namespace NhiemSo.Dossiers.Apology;

/// <summary>A prepared apology and the dossier it is for.</summary>
internal sealed record ApologyRow(ApologyProposal Proposal, string Title, string? Number, string? Party, DateTime Due);

/// <summary>The prepared apologies that still count: the dossier runs, and towards the day for which they were prepared.</summary>
internal sealed class Apologies(DepartmentDb db)
{
    public const int Most = 50;

    public Task<List<ApologyRow>> ForHeadAsync(Reader reader, CancellationToken ct)
    {
        var units = reader.Grants.Where(g => g.Role == Role.UnitHead).Select(g => g.UnitId).ToList();
        return (from p in Open()
                join m in db.VisibleTo(reader).Where(m => units.Contains(m.UnitId) && m.Group == StateGroup.Open) on p.DossierId equals m.Id
                where m.Due == p.ForDue
                orderby p.ForDue, p.DossierId
                select new ApologyRow(p, m.Title, m.Number, m.PartyName, p.ForDue)).Take(Most).ToListAsync(ct);
    }

    public Task<ApologyProposal?> OfAsync(Matter matter, CancellationToken ct) => Open().FirstOrDefaultAsync(p => p.DossierId == matter.Id && p.ForDue == matter.Due, ct);

    private IQueryable<ApologyProposal> Open() => db.Set<ApologyProposal>().AsNoTracking();
}

/// <summary>In "Việc của tôi" of a unit's head, on the dossier's page, and filled into the page of the act.</summary>
internal sealed class ApologyPanels(Apologies apologies) : IWorkPanel, IDossierPanel, IActPrefill
{
    public int Order => 0;

    public async Task<WorkPanel?> OfAsync(Reader reader, CancellationToken ct) =>
        reader.Has(Role.UnitHead) && await apologies.ForHeadAsync(reader, ct) is { Count: > 0 } rows ? new WorkPanel("/Apology/_ApologyWork.cshtml", rows) : null;

    public async Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct) =>
        facts.Acts.Any(a => a.Id == UnitWork.Reschedule) && await apologies.OfAsync(facts.Matter, ct) is { } proposal ? new DossierPanel("/Apology/_Apology.cshtml", proposal) : null;

    public async Task<IReadOnlyDictionary<string, string>?> OfAsync(DossierFacts facts, string act, CancellationToken ct) =>
        act == UnitWork.Reschedule && await apologies.OfAsync(facts.Matter, ct) is { } proposal
            ? new Dictionary<string, string>(StringComparer.Ordinal) { [UnitWork.NewDayField] = $"{proposal.Day:dd/MM/yyyy}", ["reason"] = proposal.Reason }
            : null;
}
