using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Platform.Search;

/// <summary>Keeps each matter's place in the index, in the transaction of every act on it and with the keys it carries then.</summary>
internal sealed class MatterIndexer(DepartmentDb db, SearchIndex index, IEnumerable<MatterKind> kinds, IEnumerable<ISearchText> texts) : IActFollower
{
    public Task AfterAsync(ActScope act, CancellationToken ct) => PutAsync(act.Matter, ct);

    public async Task PutAsync(Matter matter, CancellationToken ct)
    {
        if (kinds.FirstOrDefault(k => k.Kind == matter.Kind) is not { } kind) return;
        var stored = await db.Set<Assignment>().Where(a => a.MatterId == matter.Id).ToListAsync(ct);
        var assignments = db.ChangeTracker.Entries<Assignment>().Where(e => e.State != EntityState.Deleted).Select(e => e.Entity).Union(stored);
        var more = new List<string> { matter.DutyCitation };
        foreach (var text in texts.Where(t => t.Kind == matter.Kind)) more.Add(await text.TextOfAsync(matter.Id, ct));
        var subtitle = string.Join(" · ", new[] { matter.Number, matter.PartyName }.Where(s => !string.IsNullOrEmpty(s)));
        var item = new SearchItem(matter.Kind, RefOf(matter.Id), matter.Title, subtitle, kind.Href(matter.Id), string.Join('\n', more), [.. Scope.KeysOf(matter, assignments)]);
        await index.PutAsync(item, ct, StampOf(matter.Version));
    }

    internal static string RefOf(Guid id) => id.ToString("N");

    internal static string StampOf(int version) => $"v{version}";
}
