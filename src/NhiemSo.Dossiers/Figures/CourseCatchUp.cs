using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Dossiers.Figures;

/// <summary>Gives a course to dossiers that have none, and to courses what they lack: those from before it was kept. Each day soon after midnight, and so at the first start after an upgrade.</summary>
internal sealed class CourseCatchUp(DepartmentDb db, Work work, CourseWriter writer, RuleShelf rules) : IJobHandler
{
    public const string Name = "dossiers.courses";

    // Short transactions: others write in between.
    private const int Batch = 200;

    public string Kind => Name;

    public string Title => "Tính bù số liệu một cửa";

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        for (var after = Guid.Empty; await NextAsync(after, ct) is { Count: > 0 } ids; after = ids[^1])
            await work.ActAsync<int>(c => FillAsync(ids, c), ct);
        for (var after = Guid.Empty; await NextDecidedAsync(after, ct) is { Count: > 0 } ids; after = ids[^1])
            await work.ActAsync<int>(c => FillDecisionsAsync(ids, c), ct);
    }

    private Task<List<Guid>> NextAsync(Guid after, CancellationToken ct) =>
        db.Set<Dossier>().Where(d => d.Id > after && d.Channel != Channel.Office && !db.Set<Course>().Any(c => c.Id == d.Id)).OrderBy(d => d.Id).Select(d => d.Id).Take(Batch).ToListAsync(ct);

    private async Task<Outcome<int>> FillAsync(List<Guid> ids, CancellationToken ct)
    {
        var known = await db.Set<Course>().Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct);
        var rows = await (from d in db.Set<Dossier>() join m in db.Set<Matter>() on d.Id equals m.Id where ids.Contains(d.Id) && !known.Contains(d.Id) select new { d, m }).AsNoTracking().ToListAsync(ct);
        var asked = await db.Set<DossierForm>().Where(f => ids.Contains(f.DossierId) && f.Template == "mau-02").GroupBy(f => f.DossierId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        foreach (var row in rows)
        {
            var process = rules.Version<ProcessDefinition>(row.m.ProcessVersion);
            var course = CourseWriter.New(row.d);
            course.Requests = asked.GetValueOrDefault(row.d.Id);
            var ended = MatterClocks.Read(row.m.Clocks).Main(process)?.Finished ?? row.m.Closed ?? row.m.LastEvent;
            writer.Write(course, row.m, row.d, process, ended);
            await writer.WriteDecisionAsync(course, row.m, process, ct);
            db.Add(course);
        }

        return rows.Count;
    }

    private Task<List<Guid>> NextDecidedAsync(Guid after, CancellationToken ct) =>
        (from c in db.Set<Course>()
         join d in db.Set<Dossier>() on c.Id equals d.Id
         where c.Id > after && c.OnPortal == null && (c.Ending == Ending.Granted || c.Ending == Ending.Refused)
         orderby c.Id
         select c.Id).Take(Batch).ToListAsync(ct);

    private async Task<Outcome<int>> FillDecisionsAsync(List<Guid> ids, CancellationToken ct)
    {
        var matters = await db.Set<Matter>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        foreach (var course in await db.Set<Course>().Where(c => ids.Contains(c.Id)).ToListAsync(ct))
            await writer.WriteDecisionAsync(course, matters[course.Id], rules.Version<ProcessDefinition>(matters[course.Id].ProcessVersion), ct);
        return ids.Count;
    }
}
