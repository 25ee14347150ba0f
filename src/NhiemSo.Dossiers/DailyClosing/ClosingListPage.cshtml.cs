using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.DailyClosing;

/// <summary>The dossiers behind a figure of today.</summary>
internal sealed class ClosingListPageModel(ClosingDesk desk, CurrentReader current, MatterChips chips) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? So { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Sau { get; set; }

    public DayFigure Figure { get; private set; } = DayFigure.All[0];

    public DateOnly Day => desk.Today.Day;

    public IReadOnlyList<CourseRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!ClosingDesk.MaySee(reader)) return this.Answer(Problem.Forbidden("Chốt ngày do Bộ phận Một cửa làm, lãnh đạo Sở xem."));
        if (!string.IsNullOrEmpty(So) && DayFigure.Find(So) is null) return this.Answer(Problem.NotFound("Không có số liệu này."));
        Figure = DayFigure.Find(So) ?? Figure;
        var found = await desk.ListAsync(reader, desk.Today, Figure, Sau, ct);
        Next = found.Count > ClosingDesk.PageSize ? found[ClosingDesk.PageSize - 1].Course.Id.ToString() : null;
        Rows = [.. found.Take(ClosingDesk.PageSize).Select(d => CourseRow.Of(d.Matter, d.Course, chips))];
        return Page();
    }
}
