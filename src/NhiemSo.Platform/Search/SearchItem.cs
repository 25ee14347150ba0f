using NhiemSo.Platform.Authority;

namespace NhiemSo.Platform.Search;

/// <summary>A kind of thing that can be found, a heading of the results.</summary>
/// <param name="Kind">One word of letters, e.g. <c>duty</c>.</param>
/// <param name="Name">Heading: "Nhiệm vụ".</param>
/// <param name="Order">Which heading stands first when two answer equally well.</param>
public sealed record SearchKind(string Kind, string Name, int Order);

/// <summary>One thing that can be found.</summary>
/// <param name="Kind">Value of a <see cref="SearchKind"/>.</param>
/// <param name="Ref">Its own key within the kind: a guid ("N") or a code.</param>
/// <param name="Title">The line that is read first.</param>
/// <param name="Subtitle">The line below: number, unit.</param>
/// <param name="Href">Its page.</param>
/// <param name="Text">What else it is found by; never a phone number or an e-mail address.</param>
/// <param name="Keys">Scope keys of who may find it, see <see cref="SearchKeys"/> and <see cref="Scope"/>.</param>
public sealed record SearchItem(string Kind, string Ref, string Title, string Subtitle, string Href, string Text, IReadOnlyCollection<string> Keys);

/// <summary>Keys of things that are not matters.</summary>
public static class SearchKeys
{
    /// <summary>Held by everybody, signed in or not.</summary>
    public const string Public = "public";

    /// <summary>Held by everybody who has a post.</summary>
    public const string Staff = "staff";

    /// <summary>Held by everybody else: for what staff find in another shape.</summary>
    public const string Visitor = "visitor";

    internal static string[] Of(Reader reader) => [Public, reader.IsStaff ? Staff : Visitor, .. reader.Keys];
}

/// <summary>Things that are not matters: a room hands in all of them, oldest first, and the index follows at start.</summary>
public interface ISearchSource
{
    IReadOnlyList<SearchKind> Kinds { get; }

    /// <summary>The acts that change its items write them too: read again only when other rules are in force.</summary>
    bool WrittenByActs => false;

    Task<IReadOnlyList<SearchItem>> ItemsAsync(CancellationToken ct);
}

/// <summary>What matters of one kind are found by, beside number, title and party; asked within each act.</summary>
public interface ISearchText
{
    /// <summary>Value of <see cref="Matters.Matter.Kind"/>.</summary>
    string Kind { get; }

    Task<string> TextOfAsync(Guid id, CancellationToken ct);
}
