using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Evaluate;

/// <summary>The indicators of Thông tư 01/2018 and the groups of Quyết định 766, as far as the records give them; what they don't give is said, not guessed.</summary>
internal sealed class EvaluationPageModel(EvaluationFigures evaluation, OneStopFigures figures, FigureBooks books, RuleShelf rules, CurrentReader current, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public FigureAsk Ask { get; set; } = new();

    public ReportPeriod Period { get; private set; } = null!;

    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    public Evaluation Rule { get; private set; } = null!;

    public IReadOnlyList<(Indicator Indicator, decimal? Points)> Points { get; private set; } = [];

    public IReadOnlyList<OfficerScore> Officers { get; private set; } = [];

    public ServiceIndex Index { get; private set; } = null!;

    public IReadOnlyList<GroupShare> Groups { get; private set; } = [];

    public int Decided { get; private set; }

    public string? OfficeRank => Scoring.Rank(Rule.OfficeBands, [.. Points.Select(p => p.Points)]);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!FormDesk.MayClose(reader)) return this.Answer(Problem.Forbidden("Đánh giá do Bộ phận Một cửa tổng hợp, lãnh đạo Sở xem."));
        var (today, asked) = (time.Today(), books.Read(new FigureAsk { Ky = Ask.Ky, Tu = Ask.Tu, Den = Ask.Den }));
        Period = asked.Ok ? asked.Value.Period : ReportPeriod.QuarterOf(today, books.Cutoff);
        Ask.Ky ??= Period.Key;
        Periods = ReportPeriod.Choices(today, books.Cutoff, Period);
        (Rule, Index) = (rules.At(today).Get<ReportRule>(FigureBooks.Evaluation).Evaluation!, rules.At(today).Get<ReportRule>(FigureBooks.Index).Index!);
        var decided = await evaluation.DecidedAsync(reader, Period, ct);
        var online = evaluation.Online(await figures.CountAsync(reader, new FigureScope(Period), ct));
        var answers = await evaluation.AnswersAsync(reader, Period, ct);
        Decided = decided.Sum(d => d.Count);
        Points = [.. Rule.Indicators.Select(i => (i, Scoring.OfDossiers(Rule, i, decided) ?? Scoring.OfOnlineService(i, online) ?? Scoring.OfAnswers(i, answers)))];
        Officers = await evaluation.OfficersAsync(Rule, decided, ct);
        Groups = EvaluationFigures.Groups(Index, decided, online);
        return asked.Ok ? Page() : this.Answer(asked.Problem);
    }
}
