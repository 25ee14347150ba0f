using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Opinions;

/// <summary>Open questions, late ones first.</summary>
internal sealed class ListPageModel(OpinionList list, OfficeCalendar calendar, CurrentReader current, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Sau { get; set; }

    public IReadOnlyList<(OpinionRow Row, ClockReading Clock)> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = await list.ReadAsync(await current.GetAsync(ct), Sau, ct);
        Next = found.Count > OpinionList.PageSize ? OpinionList.CursorOf(found[OpinionList.PageSize - 1]) : null;
        Rows = [.. found.Take(OpinionList.PageSize).Select(r => (r, ClockReading.Of(OpinionWork.ClockOf(r.Opinion), time.UtcNow(), calendar.Calendar)))];
    }
}
