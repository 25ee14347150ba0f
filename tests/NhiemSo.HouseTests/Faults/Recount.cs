using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Model;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Search;
using Shouldly;

namespace NhiemSo.HouseTests.Faults;

/// <summary>Counts a database again after faults: what was promised is there, and whatever is there is whole.</summary>
internal sealed class Recount(Office office)
{
    public async Task ShouldHoldAsync(Ledger ledger)
    {
        await office.Services.GetRequiredService<RuleShelf>().RefreshAsync(CancellationToken.None, now: true);
        await PromisesAsync(ledger);
        await NumbersAsync();
        await ActsAsync();
        await FilesAsync();
        if (office.Settings.Engine == Engine.Sqlite)
            (await office.AskAsync((DepartmentDb db) => db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync())).ShouldBe(["ok"]);
    }

    private async Task PromisesAsync(Ledger ledger)
    {
        var dossiers = await office.AskAsync((DepartmentDb db) => db.Set<Dossier>().AsNoTracking().ToListAsync());
        var entries = await office.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().Where(e => e.Act == "tiep-nhan" || e.Act == "chuyen").Select(e => new { e.SubjectId, e.Act }).ToListAsync());
        ledger.Submitted.Except(dossiers.Select(d => d.LookupCode)).ShouldBeEmpty();
        ledger.TypedIn.Except(dossiers.Select(d => d.Id)).ShouldBeEmpty();
        ledger.Accepted.Except(dossiers.Where(d => d.AcceptedAt is not null).Select(d => d.Id)).ShouldBeEmpty();
        ledger.Accepted.Except(entries.Where(e => e.Act == "tiep-nhan").Select(e => e.SubjectId)).ShouldBeEmpty();
        ledger.Transferred.Except(entries.Where(e => e.Act == "chuyen").Select(e => e.SubjectId)).ShouldBeEmpty();
    }

    /// <summary>Of each desk and day: 1 to the last one drawn, each once.</summary>
    private async Task NumbersAsync()
    {
        var given = await office.AskAsync((DepartmentDb db) => db.Set<Matter>().Where(m => m.Number != null).Select(m => m.Number!).ToListAsync());
        var drawn = await office.AskAsync((DepartmentDb db) => db.Set<Counter>().ToListAsync());
        var days = given.Select(n => n.Split('-')).GroupBy(n => $"{n[0]}-{n[1]}", n => int.Parse(n[2])).ToDictionary(g => g.Key, g => g.Order().ToList(), StringComparer.Ordinal);
        foreach (var (day, serials) in days) serials.ShouldBe(Enumerable.Range(1, serials.Count), day);
        drawn.ToDictionary(c => $"{c.Book}-{c.Period}", c => c.Last, StringComparer.Ordinal).ShouldBe(days.ToDictionary(d => d.Key, d => d.Value.Count), ignoreOrder: true);
    }

    /// <summary>Each matter stands where its trail says, has its room's row, its keys, and is found as it is now.</summary>
    private async Task ActsAsync()
    {
        var rules = office.Services.GetRequiredService<RuleShelf>();
        var matters = await office.AskAsync((DepartmentDb db) => db.Set<Matter>().AsNoTracking().ToListAsync());
        var trail = (await office.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().AsNoTracking().Where(e => e.Subject == "matter").OrderBy(e => e.Position).ToListAsync())).ToLookup(e => e.SubjectId);
        var rows = await office.AskAsync((DepartmentDb db) => db.Set<Dossier>().Select(d => d.Id).ToListAsync());
        var stamps = await office.AskAsync((SearchStore store) => store.StampsAsync("dossier", CancellationToken.None));
        var keyed = await office.AskAsync((DepartmentDb db) => db.Set<MatterScope>().Select(s => s.MatterId).Distinct().ToListAsync());
        rows.ShouldBe(matters.Select(m => m.Id), ignoreOrder: true);
        keyed.ShouldBe(matters.Select(m => m.Id), ignoreOrder: true);
        trail.Select(t => t.Key).ShouldBe(matters.Select(m => m.Id), ignoreOrder: true);
        foreach (var matter in matters)
        {
            var acts = trail[matter.Id].Select(e => rules.Version<ProcessDefinition>(matter.ProcessVersion).Act(e.Act)).OfType<ProcessAct>().ToList();
            matter.Version.ShouldBe(acts.Count, matter.Number);
            matter.State.ShouldBe(acts.Last(a => a.To is not null).To, matter.Number);
            stamps.GetValueOrDefault(MatterIndexer.RefOf(matter.Id)).ShouldBe(MatterIndexer.StampOf(matter.Version), matter.Number);
        }
    }

    private async Task FilesAsync()
    {
        var store = office.Services.GetRequiredService<FileStore>();
        var stored = await office.AskAsync((DepartmentDb db) => db.Set<StoredFile>().AsNoTracking().ToListAsync());
        foreach (var file in stored)
        {
            await using var content = store.OpenRead(file.Hash);
            content.Length.ShouldBe(file.Size);
            Convert.ToHexStringLower(await SHA256.HashDataAsync(content)).ShouldBe(file.Hash);
        }

        var refs = await office.AskAsync((DepartmentDb db) => db.Set<FileRef>().AsNoTracking().ToListAsync());
        refs.Select(r => r.Hash).Except(stored.Select(f => f.Hash)).ShouldBeEmpty();
        var papers = await office.AskAsync((DepartmentDb db) => db.Set<DossierComponent>().AsNoTracking().Where(p => p.FileId != null).ToListAsync());
        var owners = refs.ToDictionary(r => r.Id, r => r.MatterId);
        foreach (var paper in papers) owners[paper.FileId!.Value].ShouldBe(paper.DossierId);
        var handedIn = await office.AskAsync((DepartmentDb db) => db.Set<Dossier>().Where(d => d.Channel == Channel.Online).Select(d => d.Id).ToListAsync());
        handedIn.Except(papers.Select(p => p.DossierId)).ShouldBeEmpty("an application without the file it was handed in with");
    }
}
