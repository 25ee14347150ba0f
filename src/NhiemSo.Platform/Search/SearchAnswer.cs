using System.Globalization;
using NhiemSo.Platform.Search.Asking;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search;

/// <summary>How near the answer is to what was typed.</summary>
public enum Closeness
{
    /// <summary>All of it, as typed or by a synonym.</summary>
    Whole,

    /// <summary>With one slip of a key put right.</summary>
    Slip,

    /// <summary>Some of the words only.</summary>
    Some,
}

/// <param name="Ref">See <see cref="SearchItem.Ref"/>.</param>
/// <param name="Excerpt">The place in its text that was found, when the title and the line below don't show it.</param>
public sealed record Found(string Kind, string Ref, string Title, string Subtitle, string Href, string? Excerpt);

/// <param name="Next">Where the list goes on, for <c>after</c>; null at its end.</param>
/// <param name="More">There are more of this kind than shown.</param>
public sealed record FoundGroup(SearchKind Kind, IReadOnlyList<Found> Items, bool More, string? Next);

/// <param name="Query">What was looked for in the end; its <see cref="SearchQuery.Marks"/> mark the words.</param>
/// <param name="Duties">Provisions of the mandate that answer, best first; none when it doesn't, or when one other kind was asked for.</param>
public sealed record SearchAnswer(SearchQuery Query, Closeness Closeness, IReadOnlyList<FoundGroup> Groups, IReadOnlyList<AskedAnswer> Duties);

/// <summary>Where a list of one kind goes on.</summary>
internal sealed record SearchCursor(Closeness Closeness, long Before)
{
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{(int)Closeness}-{Before}");

    public static SearchCursor? Read(string? text) =>
        text is { Length: > 2 } && text[0] is >= '0' and <= '2' && text[1] == '-' && long.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var before)
            ? new SearchCursor((Closeness)(text[0] - '0'), before)
            : null;
}
