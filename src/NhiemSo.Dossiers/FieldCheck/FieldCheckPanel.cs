using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.FieldCheck;

/// <param name="MayDo">This reader may plan, write and upload now.</param>
internal sealed record FieldChecksShown(Guid DossierId, IReadOnlyList<FieldCheckRecord> Checks, bool MayDo);

/// <summary>The checks on the spot of a dossier.</summary>
internal sealed class FieldCheckPanel(DepartmentDb db) : IDossierPanel
{
    public int Order => 16;

    public async Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct)
    {
        var checks = await db.Set<FieldCheckRecord>().AsNoTracking().Where(c => c.DossierId == facts.Matter.Id).OrderBy(c => c.Id).ToListAsync(ct);
        var mayDo = facts.Acts.Any(a => a.Id == FieldCheckWork.Act);
        return checks.Count == 0 && !mayDo ? null : new DossierPanel("/FieldCheck/_FieldChecks.cshtml", new FieldChecksShown(facts.Matter.Id, checks, mayDo));
    }
}
