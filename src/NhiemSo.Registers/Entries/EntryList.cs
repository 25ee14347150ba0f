using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.Words;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Entries;

/// <param name="State">How the entry stands today: a state of the schema, or <see cref="EntryList.Expired"/>; null for all.</param>
/// <param name="Text">Words of the number, the holder or the title, with or without diacritics.</param>
/// <param name="After">The last entry of the page before.</param>
internal sealed record EntryFilter(string? State, string? Text, Guid? After);

/// <summary>
/// Reads the registers. They are books of the office: all its staff may read them, and anyone the public columns;
/// only what came of a restricted matter stays with those who see the matter.
/// </summary>
internal sealed class EntryList(DepartmentDb db, RuleShelf rules, ListSearch search, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>Counts stop here: nobody waits for a number that nobody adds up.</summary>
    public const int CountLimit = 1000;

    /// <summary>No act writes it: the last day of an entry that is in force by its state has passed.</summary>
    public const string Expired = "het-han";

    public DateOnly Today => time.Today();

    public IReadOnlyList<RegisterSchema> Registers => rules.Today.All<RegisterSchema>();

    public RegisterSchema? Register(string code) => rules.Today.Find<RegisterSchema>(code);

    public IQueryable<RegisterEntry> Visible(Reader reader)
    {
        var keys = reader.Keys;
        // Asked for the few that are hidden: "open or visible" would make PostgreSQL read every matter.
        var hidden = db.Set<Matter>().Where(m => m.Confidentiality == Confidentiality.Restricted && !db.Set<MatterScope>().Any(s => s.MatterId == m.Id && keys.Contains(s.Key)));
        return db.Set<RegisterEntry>().AsNoTracking().Where(e => !hidden.Any(m => m.Id == e.MatterId));
    }

    /// <summary>What was issued here: licences of before this system are no work of this year.</summary>
    public IQueryable<RegisterEntry> IssuedHere(Reader reader) => Visible(reader).Where(e => !db.Set<Earlier.EarlierLicence>().Any(x => x.Id == e.MatterId));

    /// <summary>Newest first, one more than a page when there is more.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> PageAsync(Reader reader, RegisterSchema schema, EntryFilter filter, CancellationToken ct)
    {
        var found = new List<RegisterEntry>(PageSize + 1);
        await foreach (var entry in Matching(reader, schema, filter, PageSize + 1, ct))
        {
            found.Add(entry);
            if (found.Count > PageSize) break;
        }

        return found;
    }

    public async Task<IReadOnlyList<RegisterEntry>> AllAsync(Reader reader, RegisterSchema schema, EntryFilter filter, CancellationToken ct) =>
        await Matching(reader, schema, filter with { After = null }, ct: ct).ToListAsync(ct);

    /// <summary>All that match, read while they are written out.</summary>
    public IAsyncEnumerable<RegisterEntry> StreamAsync(Reader reader, RegisterSchema schema, EntryFilter filter) => Matching(reader, schema, filter with { After = null });

    public Task<RegisterEntry?> FindAsync(Reader reader, string register, Guid id, CancellationToken ct) =>
        Visible(reader).FirstOrDefaultAsync(e => e.Id == id && e.Register == register, ct);

    /// <summary>How many entries each register has, counted no further than one more than <see cref="CountLimit"/>; in words by <see cref="Size"/>.</summary>
    public async Task<IReadOnlyDictionary<string, int>> SizesAsync(Reader reader, CancellationToken ct)
    {
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var schema in Registers) sizes[schema.Code] = await Visible(reader).Where(e => e.Register == schema.Code).OrderBy(e => e.Id).Take(CountLimit + 1).CountAsync(ct);
        return sizes;
    }

    public static string Size(int count) => count > CountLimit ? $"hơn {Wording.Number(CountLimit)}" : Wording.Number(count);

    public Task<List<RegisterEntryVersion>> VersionsAsync(Guid entry, CancellationToken ct) =>
        db.Set<RegisterEntryVersion>().AsNoTracking().Where(v => v.EntryId == entry).OrderByDescending(v => v.Version).ToListAsync(ct);

    /// <summary>Words are looked up in the search index: to compare them here would be to read the whole register.</summary>
    private async IAsyncEnumerable<RegisterEntry> Matching(Reader reader, RegisterSchema schema, EntryFilter filter, int? atMost = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var query = Visible(reader).Where(e => e.Register == schema.Code);
        if (filter.State is { Length: > 0 } state) query = Standing(query, schema, state);
        if (string.IsNullOrWhiteSpace(filter.Text))
        {
            if (filter.After is { } after) query = query.Where(e => e.Id < after);
            var ordered = query.OrderByDescending(e => e.Id);
            await foreach (var entry in (atMost is { } count ? ordered.Take(count) : ordered).AsAsyncEnumerable().WithCancellation(ct)) yield return entry;
            yield break;
        }

        await foreach (var refs in search.RefsAsync(filter.Text, reader, EntrySearch.Kind, EntrySearch.Place(reader, schema.Code), filter.After is { } last ? EntrySearch.RefOf(last, reader) : null, ct))
        {
            var ids = refs.Select(r => Guid.ParseExact(r[..32], "N")).ToList();
            var entries = await query.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
            foreach (var id in ids)
                if (entries.TryGetValue(id, out var entry)) yield return entry;
        }
    }

    /// <summary>By the date as <see cref="EntryTable.StateName"/> shows it, not by the stored state alone.</summary>
    private IQueryable<RegisterEntry> Standing(IQueryable<RegisterEntry> query, RegisterSchema schema, string state)
    {
        var today = Today;
        var inForce = schema.States.Where(s => s.InForce).Select(s => s.Id).ToList();
        if (state == Expired) return query.Where(e => e.State == Expired || (inForce.Contains(e.State) && e.To < today));
        return inForce.Contains(state) ? query.Where(e => e.State == state && (e.To == null || e.To >= today)) : query.Where(e => e.State == state);
    }
}
