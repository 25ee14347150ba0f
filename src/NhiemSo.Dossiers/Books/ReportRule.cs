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

    /// <summary>The slowest of the units that took part, against its share of the limit.</summary>
    UnitTime,

    /// <summary>How often the applicant was asked to complete the dossier.</summary>
    Requests,

    /// <summary>What the applicant answered to a question of the survey.</summary>
    Contacts,

    /// <summary>What the processes of the procedures leave to the one-stop desk.</summary>
    Desk,

    /// <summary>Whether the procedure was on the notice board and on the portal at the decision.</summary>
    Publication,

    /// <summary>Early or on time, and no complaint about conduct that was found right.</summary>
    Conduct,

    /// <summary>Share of procedures and of dossiers online.</summary>
    Online,

    /// <summary>Complaints and comments answered by their day.</summary>
    Answers,
}

/// <param name="Code">By which its confidence is told; null in books from before.</param>
/// <param name="Per">Of what it is scored, in words.</param>
/// <param name="Measure">Null when the records here give nothing: it is not counted.</param>
/// <param name="Asked">Question of the survey that tells (<see cref="IndicatorMeasure.Contacts"/>).</param>
/// <param name="Reading">How the law's words are understood where they leave it open.</param>
internal sealed record Indicator(int Num, string? Code, string Name, string Per, IndicatorMeasure? Measure, SurveyAsked? Asked, string? Reading, IReadOnlyList<IndicatorScore> Scores);

/// <param name="Survey">Its code.</param>
/// <param name="Question">Id of the question.</param>
internal sealed record SurveyAsked(string Survey, string Question);

/// <param name="Is">Figure word of the dossiers that get it (<see cref="IndicatorMeasure.TotalTime"/>, <see cref="IndicatorMeasure.UnitTime"/>, <see cref="IndicatorMeasure.Conduct"/>).</param>
/// <param name="Most">Requests up to which it is given; null: any number.</param>
/// <param name="Procedures">Least share of procedures online, in percent.</param>
/// <param name="Dossiers">Least share of dossiers online, in percent; null: given when nothing better is.</param>
/// <param name="Answered">Least share of complaints and comments answered in time, in percent; null: given when nothing better is.</param>
internal sealed record IndicatorScore(int Points, string Words, string? Is, int? Most, decimal? Procedures, decimal? Dossiers, decimal? Answered)
{
    /// <summary>Answers of the survey that get it.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Least share of procedures taken in and returned at the desk, in percent; null: given when nothing better is.</summary>
    public decimal? Returned { get; init; }

    /// <summary>Least share of procedures appraised and approved at the desk, in percent; null: none is asked for.</summary>
    public decimal? Appraised { get; init; }

    /// <summary>Least number of ways of publication, of notice board and portal; null: given when nothing better is.</summary>
    public int? Ways { get; init; }

    /// <summary>Given for a complaint about conduct that was found right.</summary>
    public bool Complaint { get; init; }
}

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
