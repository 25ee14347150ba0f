using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Figures;

namespace NhiemSo.Dossiers.Evaluate;

/// <summary>Points of the indicators (Thông tư 01/2018/TT-VPCP, Điều 13 to 15); null where the records give nothing: then the indicator isn't counted.</summary>
internal static class Scoring
{
    /// <summary>Points of an indicator that is scored dossier by dossier: their sum by the number of dossiers that have data, rounded.</summary>
    public static Scored? OfDossiers(Evaluation evaluation, Indicator indicator, IReadOnlyCollection<Decided> decided)
    {
        var known = decided.Select(d => (d.Count, Points: PointsOf(indicator, d))).Where(d => d.Points is not null).ToList();
        var total = known.Sum(d => d.Count);
        return total == 0 ? null : new Scored(Math.Round((decimal)known.Sum(d => (long)d.Count * d.Points!.Value) / total, evaluation.Decimals, MidpointRounding.AwayFromZero), total, "hồ sơ");
    }

    public static Scored? OfOnlineService(Indicator indicator, OnlineService online)
    {
        if (indicator.Measure != IndicatorMeasure.Online || online.Procedures == 0 || online.Dossiers == 0) return null;
        var (procedures, dossiers) = (100m * online.OnlineProcedures / online.Procedures, 100m * online.OnlineDossiers / online.Dossiers);
        return new Scored(Best(indicator, Given), online.Dossiers, "hồ sơ");

        bool Given(IndicatorScore score) => score.Dossiers is not { } least
            || (online.Late == 0 && online.OnlineProcedures > 0 && dossiers >= least && procedures >= (score.Procedures ?? 0));
    }

    public static Scored? OfDesk(Indicator indicator, DeskService desk)
    {
        if (indicator.Measure != IndicatorMeasure.Desk || desk.Procedures == 0) return null;
        var (returned, appraised) = (100m * desk.Returned / desk.Procedures, 100m * desk.Appraised / desk.Procedures);
        return new Scored(Best(indicator, s => s.Returned is not { } least || (returned >= least && appraised >= (s.Appraised ?? 0))), desk.Procedures, "thủ tục");
    }

    /// <summary>None asked for is as good as all answered in time (Điều 13).</summary>
    public static Scored? OfAnswers(Indicator indicator, Answers answers)
    {
        if (indicator.Measure != IndicatorMeasure.Answers) return null;
        var share = answers.All == 0 ? 100m : 100m * answers.InTime / answers.All;
        return new Scored(Best(indicator, s => s.Answered is not { } least || share >= least), answers.All, "phản ánh, góp ý");
    }

    /// <summary>The rank; null while an indicator that counts for it has no data: bands are made for all of them.</summary>
    public static string? Rank(IReadOnlyList<Band> bands, IReadOnlyList<decimal?> points) =>
        points.All(p => p is not null) ? bands.First(b => b.Holds(points.Sum(p => p!.Value))).Name : null;

    private static int Best(Indicator indicator, Func<IndicatorScore, bool> given) => indicator.Scores.OrderByDescending(s => s.Points).First(given).Points;

    /// <summary>Null: the dossier isn't counted.</summary>
    private static int? PointsOf(Indicator indicator, Decided decided) => indicator.Measure switch
    {
        IndicatorMeasure.TotalTime => OfTime(indicator, decided.Stands),
        IndicatorMeasure.UnitTime => decided.UnitsTime is { } time ? OfTime(indicator, StandsOf(time)) : null,
        IndicatorMeasure.Requests => indicator.Scores.Where(s => s.Most is { } most && decided.Requests <= most).OrderBy(s => s.Most).FirstOrDefault()?.Points ?? indicator.Scores.First(s => s.Most is null).Points,
        IndicatorMeasure.Contacts => decided.Contacts is { } answer ? indicator.Scores.FirstOrDefault(s => s.Answers.Contains(answer))?.Points : null,
        IndicatorMeasure.Publication => decided.OnPortal is { } portal ? Best(indicator, s => (decided.Posted ? 1 : 0) + (portal ? 1 : 0) >= (s.Ways ?? 0)) : null,
        // The text has points for early and for on time without a complaint, and none for late without one.
        IndicatorMeasure.Conduct => decided.Complained ? indicator.Scores.First(s => s.Complaint).Points : OfTime(indicator, decided.Stands),
        _ => null,
    };

    private static int? OfTime(Indicator indicator, Stands stands) => indicator.Scores.FirstOrDefault(s => s.Is is { } word && Figure.Of(word).Out.Contains(stands))?.Points;

    private static Stands StandsOf(Timeliness time) => time switch
    {
        Timeliness.Early => Stands.Early,
        Timeliness.OnTime => Stands.OnTime,
        _ => Stands.Late,
    };
}
