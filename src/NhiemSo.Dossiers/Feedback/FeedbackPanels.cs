using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>For the applicant: complaints about this dossier with their answers, and the way to complain while it is late.</summary>
internal sealed class LatenessPanel(DepartmentDb db, FeedbackDesk desk) : IStatusPanel
{
    public int Order => 10;

    public async Task<StatusPanel?> OfAsync(Matter matter, Dossier dossier, CancellationToken ct)
    {
        var items = await db.Set<FeedbackItem>().AsNoTracking().Where(f => f.DossierId == matter.Id).OrderByDescending(f => f.Id).ToListAsync(ct);
        var may = desk.IsLate(matter) && items.All(f => f.AnsweredAt is not null);
        return may || items.Count > 0 ? new StatusPanel("/Feedback/_Lateness.cshtml", (items, may)) : null;
    }
}

/// <summary>For staff who may answer: what the applicant complained of.</summary>
internal sealed class ComplaintPanel(DepartmentDb db) : IDossierPanel
{
    public int Order => 20;

    public async Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct) =>
        await db.FeedbackOf(reader).AsNoTracking().Where(f => f.DossierId == facts.Matter.Id).OrderByDescending(f => f.Id).ToListAsync(ct) is { Count: > 0 } items
            ? new DossierPanel("/Feedback/_Complaints.cshtml", items)
            : null;
}
