using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;
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
internal sealed class EntryList(DepartmentDb db, RuleShelf rules, TimeProvider time)
{
    public const int PageSize = 50;

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
        await foreach (var entry in Matching(reader, schema, filter, PageSize + 1).WithCancellation(ct))
        {
            found.Add(entry);
            if (found.Count > PageSize) break;
        }

        return found;
    }

    public async Task<IReadOnlyList<RegisterEntry>> AllAsync(Reader reader, RegisterSchema schema, EntryFilter filter, CancellationToken ct) =>
        await Matching(reader, schema, filter with { After = null }).ToListAsync(ct);

    /// <summary>All that match, read while they are written out.</summary>
    public IAsyncEnumerable<RegisterEntry> StreamAsync(Reader reader, RegisterSchema schema, EntryFilter filter) => Matching(reader, schema, filter with { After = null });

    public Task<RegisterEntry?> FindAsync(Reader reader, string register, Guid id, CancellationToken ct) =>
        Visible(reader).FirstOrDefaultAsync(e => e.Id == id && e.Register == register, ct);

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Reader reader, CancellationToken ct) =>
        await Visible(reader).GroupBy(e => e.Register).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    public Task<List<RegisterEntryVersion>> VersionsAsync(Guid entry, CancellationToken ct) =>
        db.Set<RegisterEntryVersion>().AsNoTracking().Where(v => v.EntryId == entry).OrderByDescending(v => v.Version).ToListAsync(ct);

    /// <summary>Words are compared folded, which the databases can't: entries stream by and the reading stops when the page is full.</summary>
    private IAsyncEnumerable<RegisterEntry> Matching(Reader reader, RegisterSchema schema, EntryFilter filter, int? atMost = null)
    {
        var query = Visible(reader).Where(e => e.Register == schema.Code);
        if (filter.State is { Length: > 0 } state) query = Standing(query, schema, state);
        if (filter.After is { } after) query = query.Where(e => e.Id < after);
        var ordered = query.OrderByDescending(e => e.Id);
        var words = Fold.Tokens(filter.Text ?? "");
        return words.Length == 0 ? (atMost is { } count ? ordered.Take(count) : ordered).AsAsyncEnumerable() : ordered.AsAsyncEnumerable().Where(e => Holds(Searched(schema, e, reader), words));
    }

    /// <summary>By the date as <see cref="EntryTable.StateName"/> shows it, not by the stored state alone.</summary>
    private IQueryable<RegisterEntry> Standing(IQueryable<RegisterEntry> query, RegisterSchema schema, string state)
    {
        var today = Today;
        var inForce = schema.States.Where(s => s.InForce).Select(s => s.Id).ToList();
        if (state == Expired) return query.Where(e => e.State == Expired || (inForce.Contains(e.State) && e.To < today));
        return inForce.Contains(state) ? query.Where(e => e.State == state && (e.To == null || e.To >= today)) : query.Where(e => e.State == state);
    }

    /// <summary>Nobody may find by what nobody may read.</summary>
    private static string Searched(RegisterSchema schema, RegisterEntry entry, Reader reader) => reader.IsStaff
        ? $"{entry.Number} {entry.HolderName} {EntryTable.Text(entry, schema.Column(schema.TitleColumn))}"
        : string.Join(' ', EntryTable.Rows(entry, schema.PublicColumns).Select(r => r.Text));

    private static bool Holds(string text, string[] words)
    {
        var own = Fold.Text(text);
        return words.All(w => own.Contains(w, StringComparison.Ordinal));
    }
}
