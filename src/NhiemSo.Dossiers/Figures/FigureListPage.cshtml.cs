using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Figures;

/// <summary>The dossiers behind one figure.</summary>
internal sealed class FigureListPageModel(OneStopFigures figures, FigureBooks books, CurrentReader current, MatterChips chips, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public FigureAsk Ask { get; set; } = new();

    /// <summary>Word of the figure.</summary>
    [BindProperty(SupportsGet = true)]
    public string? So { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Sau { get; set; }

    public Figure Figure { get; private set; } = Figure.All[0];

    public ReportPeriod Period { get; private set; } = null!;

    public IReadOnlyList<CourseRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(So) && Figure.Find(So) is null) return this.Answer(Problem.NotFound("Không có số liệu này."));
        Figure = Figure.Find(So) ?? Figure;
        var asked = books.Read(Ask);
        Period = asked.Ok ? asked.Value.Period : ReportPeriod.QuarterOf(time.Today(), books.Cutoff);
        if (!asked.Ok) return this.Answer(asked.Problem);
        var found = await figures.ListAsync(await current.GetAsync(ct), asked.Value, Figure, Sau, ct);
        Next = found.Count > OneStopFigures.PageSize ? found[OneStopFigures.PageSize - 1].Course.Id.ToString() : null;
        Rows = [.. found.Take(OneStopFigures.PageSize).Select(p => CourseRow.Of(p.Matter, p.Course, chips))];
        return Page();
    }
}

/// <summary>A dossier as lists of figures show it: when it was taken in, due and done.</summary>
internal sealed record CourseRow(Matter Matter, MatterChip? Chip, string Came, string? Accepted, string? Due, string? Ended)
{
    public static CourseRow Of(Matter matter, Course course, MatterChips chips) => new(
        matter, chips.Of(matter),
        course.Channel switch { Model.Channel.Online => "trực tuyến", Model.Channel.Post => "bưu chính", _ => "tại quầy" },
        Day(course.AcceptedAt), LastMoment(course.LateFrom), Day(course.EndedAt));

    private static string? Day(DateTime? utc) => utc is { } at ? Wording.Date(Vietnam.Day(at)) : null;

    /// <summary>A limit of days ends with its day, another one at its minute.</summary>
    private static string? LastMoment(DateTime? lateFrom)
    {
        if (lateFrom is not { } late) return null;
        return Vietnam.Local(late).TimeOfDay == TimeSpan.Zero ? Wording.Date(Vietnam.Day(late).AddDays(-1)) : Wording.Moment(late.AddMinutes(-1));
    }
}
