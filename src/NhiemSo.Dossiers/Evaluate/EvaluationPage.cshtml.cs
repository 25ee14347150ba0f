using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Rules.Books;
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

    public IReadOnlyList<(Indicator Indicator, Scored? Scored)> Points { get; private set; } = [];

    public IReadOnlyList<OfficerScore> Officers { get; private set; } = [];

    public ServiceIndex Index { get; private set; } = null!;

    public IReadOnlyList<GroupShare> Groups { get; private set; } = [];

    public int Decided { get; private set; }

    public IReadOnlyList<DoubtfulFact> Doubts { get; private set; } = [];

    /// <summary>Why the reading of an indicator is still to be confirmed; null when it isn't, or nothing had to be read into it.</summary>
    public string? Doubt(Indicator indicator) => Doubts.FirstOrDefault(d => d.Path == $"indicators.{indicator.Code}.reading") is { } doubt ? doubt.Note ?? doubt.Words : null;

    /// <summary>Answers of the survey stay out of months and days of one's own choice.</summary>
    public bool WithoutAnswers => !Period.IsQuarterOrYear;

    public string? OfficeRank => Scoring.Rank(Rule.OfficeBands, [.. Points.Select(p => p.Scored?.Points)]);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!FormDesk.MayClose(reader)) return this.Answer(Problem.Forbidden("Đánh giá do Bộ phận Một cửa tổng hợp, lãnh đạo Sở xem."));
        var (today, asked) = (time.Today(), books.Read(new FigureAsk { Ky = Ask.Ky, Tu = Ask.Tu, Den = Ask.Den }));
        Period = asked.Ok ? asked.Value.Period : ReportPeriod.QuarterOf(today, books.Cutoff);
        Ask.Ky ??= Period.Key;
        Periods = ReportPeriod.Choices(today, books.Cutoff, Period);
        (Rule, Index) = (rules.At(today).Get<ReportRule>(FigureBooks.Evaluation).Evaluation!, rules.At(today).Get<ReportRule>(FigureBooks.Index).Index!);
        var decided = await evaluation.DecidedAsync(reader, Rule, Period, ct);
        var online = evaluation.Online(await figures.CountAsync(reader, new FigureScope(Period), ct));
        var answers = await evaluation.AnswersAsync(Period, ct);
        var desk = await evaluation.DeskAsync(Period, ct);
        Decided = decided.Sum(d => d.Count);
        Points = [.. Rule.Indicators.Select(i => (i, Scoring.OfDossiers(Rule, i, decided) ?? Scoring.OfDesk(i, desk) ?? Scoring.OfOnlineService(i, online) ?? Scoring.OfAnswers(i, answers)))];
        Doubts = rules.Doubtful(rules.At(today).Book<ReportRule>(FigureBooks.Evaluation)!);
        Officers = await evaluation.OfficersAsync(Rule, decided, ct);
        Groups = EvaluationFigures.Groups(Index, decided, online);
        return asked.Ok ? Page() : this.Answer(asked.Problem);
    }
}
