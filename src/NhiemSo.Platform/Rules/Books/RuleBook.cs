using YamlDotNet.RepresentationModel;

namespace NhiemSo.Platform.Rules.Books;

/// <summary>How sure we are of a fact of law.</summary>
public enum Confidence
{
    /// <summary>Read in the source that is named.</summary>
    SourceSeen,

    /// <summary>Known, but the source was not opened.</summary>
    KnownNotSeen,

    /// <summary>A proposal of ours; no official text says so.</summary>
    Designed,

    /// <summary>Not known; stays empty until someone with authority fills it.</summary>
    Unknown,
}

/// <summary>A text a book was made from. <paramref name="Read"/> says which part of it was read, in words.</summary>
public sealed record RuleSource(string Id, string Title, string? Url, string? Read);

/// <summary>How sure we are of the fact at <paramref name="Path"/>; see <see cref="BookFacts"/> for paths.</summary>
public sealed record FactConfidence(string Path, Confidence Level, string? SourceId, string? Note);

/// <summary>What replaced or changed the rule after the law horizon.</summary>
public sealed record LaterChange(string What, DateOnly? From);

/// <summary>One version of one rule book: its head, and its content as YAML nodes.</summary>
public sealed class RuleBook
{
    internal RuleBook(string file, string text, YamlMappingNode root)
    {
        (File, Text, Root, Hash) = (file, text, root, BookText.Sha256(text));
    }

    /// <summary>Path under <c>rules/</c>, with '/'.</summary>
    public string File { get; }

    public required string Kind { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>First day it is in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day it is in force; null when no end is known.</summary>
    public required DateOnly? To { get; init; }

    public required IReadOnlyList<RuleSource> Sources { get; init; }

    public required IReadOnlyList<FactConfidence> Confidence { get; init; }

    public required IReadOnlyList<LaterChange> LaterChanges { get; init; }

    /// <summary>Code of the book of the same kind that takes its place after <see cref="To"/>.</summary>
    public required string? ReplacedBy { get; init; }

    /// <summary>A draft is checked with the rest, and is never in force.</summary>
    public required bool Draft { get; init; }

    /// <summary>Canonical text (<see cref="BookText"/>).</summary>
    public string Text { get; }

    /// <summary>SHA-256 of <see cref="Text"/>: the identity of this version.</summary>
    public string Hash { get; }

    internal YamlMappingNode Root { get; }

    /// <summary>The place of a fact, or of its nearest holder that exists.</summary>
    public RulePlace Place(string path) => BookYaml.At(File, BookFacts.Nearest(Root, path));

    /// <summary>A reader of the content; the head's keys count as read.</summary>
    internal YamlNodeReader Open(RuleFaults faults)
    {
        var reader = new YamlNodeReader(File, Root, faults);
        reader.Allow(RuleBookReader.HeadKeys);
        return reader;
    }
}
