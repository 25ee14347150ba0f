using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.National;

/// <summary>Staff see that another portal handed the dossier over, which, and its code there.</summary>
internal sealed class NationalPanel(DepartmentDb db) : IDossierPanel
{
    public int Order => 3;

    public async Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct) =>
        await db.Set<NationalSubmission>().AsNoTracking().FirstOrDefaultAsync(s => s.DossierId == facts.Matter.Id, ct) is { } from ? new DossierPanel("/National/_National.cshtml", from, Aside: true) : null;
}
