using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Figures;

namespace NhiemSo.Dossiers.Evaluate;

/// <summary>Decided dossiers that are scored alike.</summary>
/// <param name="OfficerId">Who was responsible; null when nobody was.</param>
/// <param name="Requests">How often the applicant was asked to complete it.</param>
/// <param name="Electronic">The result is an electronic paper of this office.</param>
internal sealed record Decided(Guid? OfficerId, Stands Stands, int Requests, bool Electronic, int Count);

/// <summary>What the records say of the online service in a period.</summary>
/// <param name="Procedures">Offered to applicants.</param>
/// <param name="OnlineProcedures">Of these, those that can be filed online.</param>
/// <param name="Late">Of the online dossiers, those decided late or open and late.</param>
internal sealed record OnlineService(int Procedures, int OnlineProcedures, int Dossiers, int OnlineDossiers, int Late);

/// <summary>Complaints and comments whose day to answer fell in a period and that are answered or overdue.</summary>
internal sealed record Answers(int All, int InTime);

/// <summary>Points of the indicators (Thông tư 01/2018/TT-VPCP, Điều 13 to 15); null where the records give nothing: then the indicator isn't counted.</summary>
internal static class Scoring
{
    /// <summary>Points of an indicator that is scored dossier by dossier: their sum by the number of dossiers, rounded.</summary>
    public static decimal? OfDossiers(Evaluation evaluation, Indicator indicator, IReadOnlyCollection<Decided> decided)
    {
        var total = decided.Sum(d => d.Count);
        if (total == 0 || indicator.Measure is not (IndicatorMeasure.TotalTime or IndicatorMeasure.Requests)) return null;
        var points = decided.Sum(d => (long)d.Count * PointsOf(indicator, d));
        return Math.Round((decimal)points / total, evaluation.Decimals, MidpointRounding.AwayFromZero);
    }

    public static decimal? OfOnlineService(Indicator indicator, OnlineService online)
    {
        if (indicator.Measure != IndicatorMeasure.Online || online.Procedures == 0 || online.Dossiers == 0) return null;
        var (procedures, dossiers) = (100m * online.OnlineProcedures / online.Procedures, 100m * online.OnlineDossiers / online.Dossiers);
        return indicator.Scores.OrderByDescending(s => s.Points).First(Given).Points;

        bool Given(IndicatorScore score) => score.Dossiers is not { } least
            || (online.Late == 0 && online.OnlineProcedures > 0 && dossiers >= least && procedures >= (score.Procedures ?? 0));
    }

    /// <summary>None asked for is as good as all answered in time (Điều 13).</summary>
    public static decimal? OfAnswers(Indicator indicator, Answers answers)
    {
        if (indicator.Measure != IndicatorMeasure.Answers) return null;
        var share = answers.All == 0 ? 100m : 100m * answers.InTime / answers.All;
        return indicator.Scores.OrderByDescending(s => s.Points).First(s => s.Answered is not { } least || share >= least).Points;
    }

    /// <summary>The rank; null while an indicator that counts for it has no data: bands are made for all of them.</summary>
    public static string? Rank(IReadOnlyList<Band> bands, IReadOnlyList<decimal?> points) =>
        points.All(p => p is not null) ? bands.First(b => b.Holds(points.Sum(p => p!.Value))).Name : null;

    private static int PointsOf(Indicator indicator, Decided decided) => indicator.Measure switch
    {
        IndicatorMeasure.TotalTime => indicator.Scores.First(s => Figure.Of(s.Is!).Out.Contains(decided.Stands)).Points,
        _ => indicator.Scores.Where(s => s.Most is { } most && decided.Requests <= most).OrderBy(s => s.Most).FirstOrDefault()?.Points ?? indicator.Scores.First(s => s.Most is null).Points,
    };
}
