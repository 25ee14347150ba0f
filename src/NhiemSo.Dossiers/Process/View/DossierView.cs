using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Dossiers.Process.View;

/// <summary>A dossier as its pages need it, and what this reader may do with it now.</summary>
internal sealed record DossierFacts(
    Matter Matter, Dossier Dossier, Procedure Procedure, ProcessDefinition Process, Unit Unit, string? ResponsibleName,
    IReadOnlyList<DossierComponent> Papers, IReadOnlyDictionary<Guid, FileRef> Files, IReadOnlyList<DossierForm> Forms, IReadOnlyList<ProcessAct> Acts)
{
    public ProcessState State => Process.State(Matter.State)!;
}

/// <summary>Loads a dossier for a reader; null for who may not see it.</summary>
internal sealed class DossierView(DepartmentDb db, Catalogue catalogue, RuleShelf rules)
{
    public async Task<DossierFacts?> FindAsync(Guid id, Reader reader, CancellationToken ct)
    {
        if (await db.VisibleTo(reader).AsNoTracking().FirstOrDefaultAsync(m => m.Id == id && m.Kind == DossiersRoom.Kind, ct) is not { } matter) return null;
        var dossier = await db.Set<Dossier>().AsNoTracking().FirstAsync(d => d.Id == id, ct);
        var process = rules.Version<ProcessDefinition>(matter.ProcessVersion);
        var keys = (await db.Set<MatterScope>().AsNoTracking().Where(s => s.MatterId == id).Select(s => s.Key).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return new DossierFacts(
            matter, dossier, catalogue.Version(dossier.ProcedureVersion), process,
            await db.Set<Unit>().AsNoTracking().FirstAsync(u => u.Id == matter.UnitId, ct),
            matter.ResponsibleId is { } responsible ? await db.Set<Person>().Where(p => p.Id == responsible).Select(p => p.FullName).FirstOrDefaultAsync(ct) : null,
            await db.Set<DossierComponent>().AsNoTracking().Where(c => c.DossierId == id).OrderBy(c => c.Order).ToListAsync(ct),
            await db.Set<FileRef>().AsNoTracking().Where(f => f.MatterId == id && f.RemovedAt == null).ToDictionaryAsync(f => f.Id, ct),
            await db.Set<DossierForm>().AsNoTracking().Where(f => f.DossierId == id).OrderBy(f => f.Id).ToListAsync(ct),
            [.. process.ActsFrom(matter.State).Where(a => a.ByStaff && Permission.May(reader, new ActRule(a.By, a.Relation), matter, keys) is not null)]);
    }

    /// <summary>The history, newest first.</summary>
    public Task<List<AuditEntry>> HistoryAsync(Guid id, CancellationToken ct) => db.TrailAsync("matter", id, ct);
}
