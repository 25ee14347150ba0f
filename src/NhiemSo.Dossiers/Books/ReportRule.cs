namespace NhiemSo.Dossiers.Books;

/// <summary>One report of the one-stop work that the law asks for: a form to fill in, indicators to score, or groups of an index. One of the three is there.</summary>
internal sealed record ReportRule(string Code, string Name, ReportForm? Form, Evaluation? Evaluation, ServiceIndex? Index);

/// <param name="Sign">Sign of the form, e.g. <c>II.06a/VPCP/KSTT</c>.</param>
/// <param name="Unit">What its numbers count.</param>
/// <param name="Checks">Columns that must add up; where they don't, the paper says by how much.</param>
internal sealed record ReportForm(string Sign, string Unit, string Period, QuarterCutoff Cutoff, IReadOnlyList<FormColumn> Columns, IReadOnlyList<ColumnCheck> Checks);

/// <summary>A quarter's figures run from <paramref name="FirstDay"/> of the last month of the quarter before to <paramref name="LastDay"/> of its own last month.</summary>
internal sealed record QuarterCutoff(int FirstDay, int LastDay);

internal enum FormText
{
    Ordinal,
    Field,
}

/// <param name="Text">A column of words; null for one of numbers.</param>
/// <param name="Figure">Word of the figure that fills it; null when it is a sum.</param>
internal sealed record FormColumn(int Num, string Name, FormText? Text, string? Figure, IReadOnlyList<int> Sum);

internal sealed record ColumnCheck(int Total, IReadOnlyList<int> Parts);

/// <param name="Decimals">Digits after the comma to which an indicator's points are rounded.</param>
/// <param name="Missing">What the law says of an indicator without data.</param>
/// <param name="OfficerSet">Numbers of the indicators by which an officer is judged.</param>
internal sealed record Evaluation(IReadOnlyList<Indicator> Indicators, int Decimals, string Missing, IReadOnlyList<int> OfficerSet, IReadOnlyList<Band> OfficerBands, IReadOnlyList<Band> OfficeBands);

/// <summary>What the dossiers can tell of an indicator.</summary>
internal enum IndicatorMeasure
{
    /// <summary>Decided before, on or after the due day.</summary>
    TotalTime,

    /// <summary>How often the applicant was asked to complete the dossier.</summary>
    Requests,

    /// <summary>Share of procedures and of dossiers online.</summary>
    Online,

    /// <summary>Complaints and comments answered by their day.</summary>
    Answers,
}

/// <param name="Per">Of what it is scored, in words.</param>
/// <param name="Measure">Null when the records here give nothing: it is not counted.</param>
internal sealed record Indicator(int Num, string Name, string Per, IndicatorMeasure? Measure, IReadOnlyList<IndicatorScore> Scores);

/// <param name="Is">Figure word of the dossiers that get it (<see cref="IndicatorMeasure.TotalTime"/>).</param>
/// <param name="Most">Requests up to which it is given; null: any number.</param>
/// <param name="Procedures">Least share of procedures online, in percent.</param>
/// <param name="Dossiers">Least share of dossiers online, in percent; null: given when nothing better is.</param>
/// <param name="Answered">Least share of complaints and comments answered in time, in percent; null: given when nothing better is.</param>
internal sealed record IndicatorScore(int Points, string Words, string? Is, int? Most, decimal? Procedures, decimal? Dossiers, decimal? Answered);

/// <param name="Min">Points from which the name is given; null: from nothing.</param>
/// <param name="Below">Points below which; null: no bound.</param>
internal sealed record Band(decimal? Min, decimal? Below, string Name)
{
    public bool Holds(decimal points) => (Min is null || points >= Min) && (Below is null || points < Below);
}

internal sealed record ServiceIndex(int Total, IReadOnlyList<IndexGroup> Groups, IReadOnlyList<Band> Bands);

internal enum IndexMeasure
{
    InTimeShare,
    ElectronicResults,
    OnlineShare,
}

/// <param name="Max">Most points that the group can bring.</param>
/// <param name="Measure">The share that the dossiers give; null when they give none.</param>
internal sealed record IndexGroup(string Code, string Name, int Max, string? Note, IndexMeasure? Measure);
