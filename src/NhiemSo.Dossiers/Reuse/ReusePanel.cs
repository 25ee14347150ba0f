using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Reuse;

/// <param name="Paper">Name of the component.</param>
internal sealed record ReusedRow(string Paper, string From, Guid? Href);

/// <summary>Tells staff which papers weren't uploaded anew, and from where they come.</summary>
internal sealed class ReusePanel(DepartmentDb db) : IDossierPanel
{
    public int Order => 6;

    public async Task<DossierPanel?> OfAsync(DossierFacts facts, Reader reader, CancellationToken ct)
    {
        var files = facts.Papers.Where(p => p.FileId is not null).ToDictionary(p => p.FileId!.Value, p => p.Name);
        var ids = files.Keys.ToList();
        var reused = await db.Set<ReusedPaper>().AsNoTracking().Where(r => ids.Contains(r.FileId)).ToListAsync(ct);
        if (reused.Count == 0) return null;
        var from = reused.Select(r => r.FromDossierId).ToList();
        var seen = await db.VisibleTo(reader).Where(m => from.Contains(m.Id)).Select(m => m.Id).ToListAsync(ct);
        return new DossierPanel("/Reuse/_Reused.cshtml", reused.Select(r => new ReusedRow(files[r.FileId], r.From, seen.Contains(r.FromDossierId) ? r.FromDossierId : null)).OrderBy(r => r.Paper, StringComparer.Ordinal).ToList());
    }
}
