using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Platform.Search;

/// <summary>Brings the index to what the rooms hold: at start as far as needed, after rules or a mandate were published, and by <c>nhiemso search --rebuild</c>.</summary>
public sealed class SearchRebuild
{
    /// <summary>To be raised when the fold or the text of what acts write changes: the next start then writes the whole index anew.</summary>
    private static readonly SearchItem Written = new("index", "version", "1", "", "", "", []);

    /// <summary>The books in force when the sources were last compared: they say what of a register entry anyone may find.</summary>
    private SearchItem Followed => new("index", "rules", string.Join('\n', rules.Today.Books.Select(b => b.Hash).Order(StringComparer.Ordinal)), "", "", "", []);

    // Short transactions: others write in between.
    private const int Batch = 100;

    private readonly DepartmentDb db;
    private readonly Work work;
    private readonly SearchIndex index;
    private readonly SearchStore store;
    private readonly MatterIndexer matters;
    private readonly RuleShelf rules;
    private readonly IReadOnlyList<ISearchSource> sources;
    private readonly IReadOnlyList<MatterKind> kinds;

    internal SearchRebuild(DepartmentDb db, Work work, SearchIndex index, SearchStore store, MatterIndexer matters, RuleShelf rules, IEnumerable<ISearchSource> sources, IEnumerable<MatterKind> kinds)
    {
        (this.db, this.work, this.index, this.store, this.matters, this.rules) = (db, work, index, store, matters, rules);
        (this.sources, this.kinds) = ([.. sources], [.. kinds]);
    }

    /// <summary>At start and each day: what no act writes is compared; what the rules shape too, when other rules are in force than last time; all, when the index is not of this version.</summary>
    public async Task<int> CatchUpAsync(CancellationToken ct)
    {
        var marks = await store.StampsAsync(Written.Kind, ct);
        var written = marks.GetValueOrDefault(Written.Ref);
        if (written != SearchIndex.Stamp(Written)) return await RunAsync(all: written is not null, ct);
        if (marks.GetValueOrDefault(Followed.Ref) != SearchIndex.Stamp(Followed)) return await FollowSourcesAsync(ct);
        var changed = 0;
        foreach (var source in sources.Where(s => !s.WrittenByActs)) changed += await FollowAsync(source, all: false, ct);
        return changed;
    }

    /// <summary>Writes what is missing or changed and takes out what is gone; answers how many items that were.</summary>
    /// <param name="all">Write everything anew, for instance after a change of the fold.</param>
    /// <param name="ct">Cancels between two batches; what was written stays.</param>
    public async Task<int> RunAsync(bool all, CancellationToken ct)
    {
        var changed = await FollowSourcesAsync(ct, all);
        foreach (var kind in kinds) changed += await FollowAsync(kind, all, ct);
        await DoAsync([Written], mark => index.PutAsync(mark, ct), ct);
        return changed;
    }

    /// <summary>Only what isn't a matter: after rules were imported or a mandate put in force, which change no matter's text.</summary>
    public async Task<int> FollowSourcesAsync(CancellationToken ct, bool all = false)
    {
        var changed = 0;
        foreach (var source in sources) changed += await FollowAsync(source, all, ct);
        await DoAsync([Followed], mark => index.PutAsync(mark, ct), ct);
        return changed;
    }

    private async Task<int> FollowAsync(ISearchSource source, bool all, CancellationToken ct)
    {
        var items = await source.ItemsAsync(ct);
        var changed = 0;
        foreach (var kind in source.Kinds)
        {
            var stamps = await store.StampsAsync(kind.Kind, ct);
            var own = items.Where(i => i.Kind == kind.Kind).ToList();
            foreach (var batch in own.Where(i => all || stamps.GetValueOrDefault(i.Ref) != SearchIndex.Stamp(i)).Chunk(Batch))
                changed += await DoAsync(batch, item => index.PutAsync(item, ct), ct);
            foreach (var batch in stamps.Keys.Except(own.Select(i => i.Ref), StringComparer.Ordinal).Chunk(Batch))
                changed += await DoAsync(batch, gone => index.RemoveAsync(kind.Kind, gone, ct), ct);
        }

        return changed;
    }

    private async Task<int> FollowAsync(MatterKind kind, bool all, CancellationToken ct)
    {
        var stamps = await store.StampsAsync(kind.Kind, ct);
        var known = await db.Set<Matter>().AsNoTracking().Where(m => m.Kind == kind.Kind).OrderBy(m => m.LastEvent).Select(m => new { m.Id, m.Version }).ToListAsync(ct);
        var late = known.Where(m => all || stamps.GetValueOrDefault(MatterIndexer.RefOf(m.Id)) != MatterIndexer.StampOf(m.Version)).Select(m => m.Id);
        var changed = 0;
        foreach (var batch in late.Chunk(Batch))
            changed += await DoAsync(batch, async id => await matters.PutAsync(await db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == id, ct), ct), ct);
        foreach (var batch in stamps.Keys.Except(known.Select(m => MatterIndexer.RefOf(m.Id)), StringComparer.Ordinal).Chunk(Batch))
            changed += await DoAsync(batch, gone => index.RemoveAsync(kind.Kind, gone, ct), ct);
        return changed;
    }

    private async Task<int> DoAsync<T>(T[] batch, Func<T, Task> each, CancellationToken ct)
    {
        await work.ActAsync<Done>(async _ =>
        {
            foreach (var one in batch) await each(one);
            return Done.Yes;
        }, ct);
        return batch.Length;
    }
}
