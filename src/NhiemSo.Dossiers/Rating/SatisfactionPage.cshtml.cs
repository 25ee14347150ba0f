using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Rating;

/// <summary>What applicants say, summed by quarter: for leaders and heads of units.</summary>
internal sealed class SatisfactionPageModel(Satisfaction satisfaction, CurrentReader current, RuleShelf rules, TimeProvider time) : PageModel
{
    private const int Quarters = 8;

    [BindProperty(SupportsGet = true)]
    public string? Quy { get; set; }

    /// <summary>Code of a unit; none: all that the reader sees.</summary>
    [BindProperty(SupportsGet = true)]
    public string? DonVi { get; set; }

    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public Survey Survey => rules.Today.All<Survey>()[0];

    public Quarter Quarter { get; private set; } = null!;

    public SatisfactionFacts Facts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await satisfaction.UnitsAsync(await current.GetAsync(ct), ct) is not { } units) return this.Answer(Problem.Forbidden("Chỉ lãnh đạo Sở và trưởng đơn vị xem kết quả đánh giá."));
        var quarters = new List<Quarter> { Quarter.Of(time.Today()) };
        while (quarters.Count < Quarters) quarters.Add(quarters[^1].Before);
        Quarter = quarters.Find(q => q.Value == Quy) ?? quarters[0];
        Quy = Quarter.Value;
        Periods = [.. quarters.Select(q => new Choice(q.Value, Platform.Words.Wording.Capital(q.Words)))];
        Units = [new Choice("", units.Count == 1 ? units[0].Name : "Mọi đơn vị"), .. units.Count == 1 ? [] : units.Select(u => new Choice(u.Code, u.Name))];
        Facts = await satisfaction.SumAsync([.. units.Where(u => string.IsNullOrEmpty(DonVi) || u.Code == DonVi)], Quarter, Survey.SmallestGroup, ct);
        return Page();
    }

    public int CountOf(SurveyQuestion question, SurveyAnswer answer) => Facts.Counts.GetValueOrDefault((question.Id, answer.Value));

    public int TotalOf(SurveyQuestion question) => question.Answers.Sum(a => CountOf(question, a));

    /// <summary>"62 %"; of nobody nothing.</summary>
    public static string Share(int count, int total) => total == 0 ? "–" : $"{Math.Round(count * 100m / total, MidpointRounding.AwayFromZero):0} %";
}
