using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Search;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Entries;

/// <summary>
/// Entries found by number, holder and title: by staff as they may read the registers, by others through the public columns
/// and on the public list. Nobody may find by what nobody may read, so an entry stands twice in the index.
/// </summary>
internal sealed class EntrySearch(DepartmentDb db, RuleShelf rules, SearchIndex index) : ISearchSource
{
    public const string Kind = "entry";

    public IReadOnlyList<SearchKind> Kinds { get; } = [new(Kind, "Giấy phép trong sổ", 4)];

    public bool WrittenByActs => true;

    /// <summary>Where this reader finds the entries of a register: addresses begin so.</summary>
    public static string Place(Reader reader, string register) => reader.IsStaff ? $"/so-bo/{register}/" : $"/danh-sach-cong-khai/{register}";

    /// <summary>The item by which this reader finds the entry.</summary>
    public static string RefOf(Guid entry, Reader reader) => reader.IsStaff ? entry.ToString("N") : $"{entry:N}.public";

    public async Task<IReadOnlyList<SearchItem>> ItemsAsync(CancellationToken ct)
    {
        var entries = db.Set<RegisterEntry>().AsNoTracking();
        var restricted = await db.Set<Matter>().Where(m => m.Confidentiality != Confidentiality.Open && entries.Any(e => e.MatterId == m.Id))
            .Select(m => new { m.Id, Keys = db.Set<MatterScope>().Where(s => s.MatterId == m.Id).Select(s => s.Key).ToList() }).ToDictionaryAsync(m => m.Id, m => m.Keys, ct);
        return [.. (await entries.OrderBy(e => e.Id).ToListAsync(ct)).SelectMany(e => Items(e, restricted.GetValueOrDefault(e.MatterId)))];
    }

    /// <summary>In the act that writes the entry.</summary>
    /// <param name="matter">Null for a licence issued before this system.</param>
    public async Task PutAsync(RegisterEntry entry, Matter? matter, CancellationToken ct)
    {
        var restricted = matter is null or { Confidentiality: Confidentiality.Open } ? null : Scope.KeysOf(matter, await db.Set<Assignment>().Where(a => a.MatterId == matter.Id).ToListAsync(ct)).ToList();
        foreach (var item in Items(entry, restricted)) await index.PutAsync(item, ct);
    }

    /// <param name="restricted">Keys of the matter it came from, when that isn't open to all staff.</param>
    private IEnumerable<SearchItem> Items(RegisterEntry entry, IReadOnlyCollection<string>? restricted)
    {
        var today = rules.Today.Find<RegisterSchema>(entry.Register);
        var schema = today ?? rules.Version<RegisterSchema>(entry.SchemaVersion);
        var title = schema.Column(schema.TitleColumn) is { Personal: false } column ? EntryTable.Text(entry, column) : entry.Number;
        yield return new SearchItem(Kind, $"{entry.Id:N}", title, $"{entry.Number} · {entry.HolderName}", $"/so-bo/{entry.Register}/{entry.Id}", schema.Name, restricted ?? [SearchKeys.Staff]);
        if (restricted is not null || today is null || !today.PublicColumns.Any()) yield break;
        var columns = today.PublicColumns.ToList();
        var number = columns.Any(c => c.Key == today.KeyColumn) ? entry.Number : "";
        var words = string.Join('\n', EntryTable.Rows(entry, columns).Select(r => r.Text));
        yield return new SearchItem(
            Kind, $"{entry.Id:N}.public", columns.Any(c => c.Key == today.TitleColumn) ? title : today.Name, number,
            $"/danh-sach-cong-khai/{entry.Register}{(number.Length > 0 ? "?Q=" + Uri.EscapeDataString(number) : "")}", words, [SearchKeys.Visitor]);
    }
}
