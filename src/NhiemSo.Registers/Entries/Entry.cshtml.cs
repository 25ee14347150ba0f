using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Mandate;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Earlier;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Entries;

/// <summary>One entry with all it ever was. Personal columns are shown only to who sees the matter they came from.</summary>
internal sealed class EntryModel(EntryList list, DepartmentDb db, RuleShelf rules, IDocumentOffice documents, IEnumerable<MatterKind> kinds, IEnumerable<IEntryWork> works, IDuties duties, CurrentReader current) : PageModel
{
    public RegisterEntry Entry { get; private set; } = null!;

    public RegisterSchema Schema { get; private set; } = null!;

    public IReadOnlyList<(string Label, string Text)> Facts { get; private set; } = [];

    public IReadOnlyList<RegisterEntryVersion> Versions { get; private set; } = [];

    public string? MatterHref { get; private set; }

    public string? Token { get; private set; }

    /// <summary>What this reader may begin on the entry; nothing on one that is ended for good.</summary>
    public IReadOnlyList<EntryWork> Works { get; private set; } = [];

    /// <summary>How it came in, when it was issued before this system.</summary>
    public EarlierLicence? Earlier { get; private set; }

    /// <summary>This reader may ask for a correction: no paper of ours shows the licence yet.</summary>
    public bool MayCorrect { get; private set; }

    public bool SeesScan { get; private set; }

    public DateOnly Today => list.Today;

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (await list.FindAsync(reader, code, id, ct) is not { } entry) return this.Answer(Problem.NotFound());
        (Entry, Schema) = (entry, rules.Version<RegisterSchema>(entry.SchemaVersion));
        var matter = await db.VisibleTo(reader).AsNoTracking().FirstOrDefaultAsync(m => m.Id == entry.MatterId, ct);
        // Whoever answers for the duty today, not the unit that wrote the entry.
        var unit = await duties.UnitAsync(entry.DutyId, list.Today, ct) ?? entry.UnitId;
        Earlier = matter is null ? await db.Set<EarlierLicence>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == entry.MatterId, ct) : null;
        SeesScan = Earlier is not null && EarlierRights.MayRead(reader, unit);
        MayCorrect = Earlier is not null && entry.DocumentId is null && EarlierRights.MayEnter(reader, unit);
        Facts = EntryTable.Rows(entry, Schema.Columns.Where(c => matter is not null || SeesScan || !c.Personal));
        if (Schema.State(entry.State) is not { Final: true }) Works = [.. works.SelectMany(w => w.For(RegisterBook.Facts(entry), unit, reader))];
        Versions = await list.VersionsAsync(id, ct);
        MatterHref = kinds.FirstOrDefault(k => k.Kind == matter?.Kind)?.Href(entry.MatterId);
        Token = entry.DocumentId is { } paper && await documents.FindAsync(paper, ct) is { IssuedAt: not null } document ? document.Token : null;
        return Page();
    }
}
