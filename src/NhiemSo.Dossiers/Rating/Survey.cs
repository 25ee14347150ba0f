using NhiemSo.Dossiers.Model;

namespace NhiemSo.Dossiers.Rating;

/// <summary>Whom a question is for.</summary>
internal enum AskedOf
{
    Everybody,

    /// <summary>Who handed in online.</summary>
    Online,

    /// <summary>Who complained and was answered.</summary>
    Complained,
}

/// <summary>What applicants are asked about how their dossier was dealt with (Nghị định 61/2018/NĐ-CP, Điều 31).</summary>
/// <param name="ChangeDays">Days after the first answer in which it may be changed.</param>
/// <param name="SmallestGroup">Answers of fewer people are not shown, so that nobody is known by theirs.</param>
internal sealed record Survey(string Code, string Name, int ChangeDays, int SmallestGroup, IReadOnlyList<SurveyQuestion> Questions)
{
    public IReadOnlyList<SurveyQuestion> For(Channel channel, bool complained) =>
        [.. Questions.Where(q => q.Of == AskedOf.Everybody || (q.Of == AskedOf.Online && channel == Channel.Online) || (q.Of == AskedOf.Complained && complained))];
}

/// <param name="Law">The decree's own words for what it asks about.</param>
/// <param name="Answers">Empty: answered in one's own words.</param>
internal sealed record SurveyQuestion(string Id, string Asks, string Law, AskedOf Of, IReadOnlyList<SurveyAnswer> Answers)
{
    public bool InWords => Answers.Count == 0;
}

internal sealed record SurveyAnswer(string Value, string Text);
