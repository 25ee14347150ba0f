using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.Words;

namespace NhiemSo.Documents.Outgoing;

/// <summary>Outgoing documents found by number and subject. They carry the keys of their matter, so every act on it takes them along.</summary>
internal sealed class DocumentSearch(DepartmentDb db, SearchIndex index) : ISearchSource, IActFollower
{
    private const string Kind = "document";

    public IReadOnlyList<SearchKind> Kinds { get; } = [new(Kind, "Văn bản đi", 5)];

    public bool WrittenByActs => true;

    public async Task<IReadOnlyList<SearchItem>> ItemsAsync(CancellationToken ct)
    {
        var documents = db.Set<Document>().AsNoTracking();
        var keys = (await db.Set<MatterScope>().Where(s => documents.Any(d => d.MatterId == s.MatterId)).Select(s => new { s.MatterId, s.Key }).ToListAsync(ct)).ToLookup(s => s.MatterId, s => s.Key);
        return [.. (await documents.OrderBy(d => d.Id).ToListAsync(ct)).Select(d => Item(d, keys[d.MatterId]))];
    }

    public async Task AfterAsync(ActScope act, CancellationToken ct)
    {
        await db.Set<Document>().Where(d => d.MatterId == act.Matter.Id).LoadAsync(ct);
        // The act has written both, not yet saved: a number reserved just now, keys given and taken.
        var keys = db.Set<MatterScope>().Local.Where(s => s.MatterId == act.Matter.Id).Select(s => s.Key).ToList();
        foreach (var document in db.Set<Document>().Local.Where(d => d.MatterId == act.Matter.Id).ToList()) await index.PutAsync(Item(document, keys), ct);
    }

    private static SearchItem Item(Document d, IEnumerable<string> keys) => new(
        Kind, d.Id.ToString("N"), d.Title, $"{d.Symbol} · {Wording.Date(d.Date)}", $"/van-ban/{d.Id}", $"{d.Type} {d.SignerName}", [.. keys]);
}
