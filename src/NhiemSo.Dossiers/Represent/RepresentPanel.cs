using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Represent;

/// <summary>Shows staff who handed the dossier in for the applicant, beside the applicant.</summary>
internal sealed class RepresentPanel(DepartmentDb db) : IDossierPanel
{
    public int Order => 5;

    public async Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct) =>
        await db.Set<Representation>().AsNoTracking().FirstOrDefaultAsync(r => r.DossierId == facts.Matter.Id, ct) is { } who
            ? new DossierPanel("/Represent/_Represented.cshtml", (who, facts.Papers.FirstOrDefault(p => p.Code == Representing.Paper.Code)), Aside: true)
            : null;
}
