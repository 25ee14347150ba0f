using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Mandate;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Desk;

/// <summary>The one-stop desk's lists. Everybody sees the dossiers that are theirs to see; only the desk takes in.</summary>
internal sealed class DeskModel(DeskQueue queue, CurrentReader current, MatterChips chips, Catalogue catalogue, IDuties duties, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Loc { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sau { get; set; }

    /// <summary>Citation of a duty, as its page leads here; then only its dossiers are listed.</summary>
    [BindProperty(SupportsGet = true, Name = "nhiem-vu")]
    public string? DutyCitation { get; set; }

    /// <summary>The provision meant: the same citation may stand in two decisions.</summary>
    [BindProperty(SupportsGet = true, Name = "ma")]
    public Guid? DutyId { get; set; }

    public (string Word, string Name, IReadOnlyList<string> States) Tab { get; private set; }

    public IReadOnlyList<(QueueRow Row, MatterChip? Chip)> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public bool MayTakeIn { get; private set; }

    public IReadOnlyList<Procedure> Offered { get; private set; } = [];

    /// <summary>What waits to be handed on must go the same day, long before its own limit ends.</summary>
    public string? TransferBy(Matter matter)
    {
        if (matter.State != DeskQueue.ToTransfer || MatterClocks.Read(matter.Clocks).StepDue is not { } due) return null;
        return $"Chuyển chậm nhất {Wording.Moment(due)}{(due < time.UtcNow() ? ", đã quá" : "")}";
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        MayTakeIn = reader.Has(Role.Desk);
        Offered = [.. catalogue.ForApplicants(time.Today()).Where(p => p.MayBeFiled).Select(p => p.Procedure)];
        Tab = DeskQueue.Tabs.FirstOrDefault(t => t.Word == Loc);
        if (Tab.Word is null) Tab = reader.Has(Role.Desk) ? DeskQueue.Tabs[0] : DeskQueue.Tabs[^1];
        var found = await queue.ReadAsync(reader, Tab.States, Q, Guid.TryParse(Sau, out var after) ? after : null, ct, await DutyIdAsync(ct));
        Next = found.Count > DeskQueue.PageSize ? found[DeskQueue.PageSize - 1].Matter.Id.ToString() : null;
        Rows = [.. found.Take(DeskQueue.PageSize).Select(r => (r, chips.Of(r.Matter)))];
    }

    /// <summary>Address of a tab; the duty stays.</summary>
    public string Href(string tab) => $"/mot-cua?loc={tab}" + (string.IsNullOrEmpty(DutyCitation) ? "" : $"&nhiem-vu={Uri.EscapeDataString(DutyCitation)}{(DutyId is { } id ? $"&ma={id}" : "")}");

    private async Task<Guid?> DutyIdAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(DutyCitation)) return null;
        // A duty that isn't there has no dossiers.
        return DutyId ?? await duties.CitedAsync(DutyCitation, time.Today(), ct) ?? Guid.Empty;
    }
}
