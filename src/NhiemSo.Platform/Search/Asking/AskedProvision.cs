namespace NhiemSo.Platform.Search.Asking;

/// <summary>A provision of the mandate in force that may be the answer to a question.</summary>
/// <param name="Citation">e.g. <c>4.3.2.a</c>.</param>
/// <param name="Unit">Who answers for it; empty where no unit does.</param>
/// <param name="Text">Its own words, the heading first.</param>
/// <param name="Above">Headings of what it stands under, the nearest first, the unit's name last: they tell what it is about, in words that it shares with its neighbours.</param>
/// <param name="HasParts">Others stand under it and say more.</param>
/// <param name="Href">Its page, or its unit's.</param>
public sealed record AskedProvision(string Citation, string Unit, string Text, IReadOnlyList<string> Above, bool HasParts, string Href);

/// <summary>Whoever holds the mandate hands in its provisions; the index over them is made anew when the mark changes.</summary>
public interface IAskedMandate
{
    /// <summary>The <see cref="SearchKind"/> under which its answers are shown.</summary>
    string Kind { get; }

    /// <summary>Names the mandate in force today; null when there is none. Asked with each question, so it is cheap.</summary>
    Task<string?> MarkAsync(CancellationToken ct);

    /// <summary>All of its provisions in the order of the text.</summary>
    Task<IReadOnlyList<AskedProvision>> ProvisionsAsync(CancellationToken ct);
}

/// <summary>A provision that answers.</summary>
/// <param name="Score">The share of what was asked that it says, 0 to 1.</param>
public sealed record AskedAnswer(AskedProvision Provision, double Score);
