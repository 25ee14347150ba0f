using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>What people wrote, waiting and answered.</summary>
internal sealed class StaffListModel(FeedbackList list, FeedbackClock clock, CurrentReader current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Loc { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sau { get; set; }

    public bool Answered => Loc == "da-tra-loi";

    public IReadOnlyList<(FeedbackItem Item, (string State, string Text, string Date) Chip)> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = await list.ReadAsync(await current.GetAsync(ct), Answered, Guid.TryParse(Sau, out var after) ? after : null, ct);
        Next = found.Count > FeedbackList.PageSize ? found[FeedbackList.PageSize - 1].Id.ToString() : null;
        Rows = [.. found.Take(FeedbackList.PageSize).Select(f => (f, clock.Of(f)))];
    }
}
