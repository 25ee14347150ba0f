using System.Collections.Immutable;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Words;

/// <summary>Words with gaps: "in ... không bán" is two parts with up to <see cref="SynonymBook.LongestGap"/> words between.</summary>
public sealed record SynonymPattern(ImmutableArray<ImmutableArray<QueryWord>> Parts);

/// <summary>When a pattern is typed, these phrases are looked for as well.</summary>
public sealed record Synonym(SynonymPattern Said, ImmutableArray<ImmutableArray<QueryWord>> Means);

/// <summary>
/// What the field's abbreviations and people's everyday words stand for, and the words of a question that say nothing of its matter. A rule book.
/// </summary>
public sealed class SynonymBook
{
    /// <summary>Words that may stand in one gap of a pattern.</summary>
    public const int LongestGap = 6;

    private readonly ImmutableArray<Synonym> _synonyms;
    private readonly ImmutableArray<ImmutableArray<QueryWord>> _questions;
    private readonly ImmutableArray<ImmutableArray<QueryWord>> _acts;
    private readonly ImmutableArray<ImmutableArray<QueryWord>> _elsewhere;

    internal SynonymBook(
        IEnumerable<Synonym> synonyms, IEnumerable<ImmutableArray<QueryWord>> questions, IEnumerable<ImmutableArray<QueryWord>> acts, IEnumerable<ImmutableArray<QueryWord>> elsewhere)
    {
        _synonyms = [.. synonyms];
        _questions = [.. questions];
        _acts = [.. acts];
        _elsewhere = [.. elsewhere];
    }

    /// <summary>No synonyms and no question words.</summary>
    public static SynonymBook None { get; } = new([], [], [], []);

    /// <summary>Reads a book of kind synonyms; a broken one is refused with every fault: field = "file:line", message = a Vietnamese sentence.</summary>
    public static Outcome<SynonymBook> Read(string yaml, string file) => new SynonymBookReader(file).Read(yaml);

    internal IReadOnlyList<Synonym> Synonyms => _synonyms;

    /// <summary>Words of a question, see <see cref="QueryWord.Asks"/>.</summary>
    internal IReadOnlyList<ImmutableArray<QueryWord>> Questions => _questions;

    /// <summary>What any office does ("giấy phép", "đăng ký"): it tells less than the matter it is done about.</summary>
    internal IReadOnlyList<ImmutableArray<QueryWord>> Acts => _acts;

    /// <summary>Matters of other offices: whoever asks for them isn't answered by this one.</summary>
    internal IReadOnlyList<ImmutableArray<QueryWord>> Elsewhere => _elsewhere;

    /// <summary>Several books as one.</summary>
    public static SynonymBook Join(IEnumerable<SynonymBook> books)
    {
        var all = books.ToList();
        if (all.Count == 1) return all[0];
        return new SynonymBook(all.SelectMany(book => book._synonyms), all.SelectMany(book => book._questions), all.SelectMany(book => book._acts), all.SelectMany(book => book._elsewhere));
    }

    /// <summary>The groups to look for, all needed: from the left, the longest synonym that fits, else the word itself.</summary>
    public ImmutableArray<ImmutableArray<SearchTerm>> Expand(ImmutableArray<QueryWord> words)
    {
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<SearchTerm>>();
        for (var at = 0; at < words.Length;)
        {
            var (length, means) = LongestSynonym(words, at);
            if (length > 0)
            {
                groups.Add([AsTyped(words.Slice(at, length)), .. means.Select(Phrase)]);
                at += length;
            }
            else if (LongestQuestion(words, at) is > 0 and var said)
            {
                at += said;
            }
            else
            {
                groups.Add([words[at++].Term()]);
            }
        }

        // Someone who types only "ai" does look for that word.
        return groups.Count > 0 ? groups.ToImmutable() : [.. words.Select(word => ImmutableArray.Create(word.Term()))];
    }

    private static SearchTerm AsTyped(ImmutableArray<QueryWord> words) =>
        new([.. words.SelectMany(word => word.Term().Words).Distinct(StringComparer.Ordinal)], Together: false);

    private static SearchTerm Phrase(ImmutableArray<QueryWord> words) => new([.. words.Select(word => word.Folded)], Together: true);

    private (int Length, ImmutableArray<ImmutableArray<QueryWord>> Means) LongestSynonym(ImmutableArray<QueryWord> words, int at)
    {
        (int Length, ImmutableArray<ImmutableArray<QueryWord>> Means) best = (0, []);
        foreach (var synonym in _synonyms)
        {
            var length = Length(synonym.Said, words, at, static (typed, said) => typed.MayMean(said));
            if (length == 0 || length < best.Length) continue;
            best = (length, length == best.Length ? best.Means.AddRange(synonym.Means) : synonym.Means);
        }

        return best;
    }

    private int LongestQuestion(ImmutableArray<QueryWord> words, int at)
    {
        var best = 0;
        foreach (var question in _questions)
            if (question.Length > best && Stands(question, words, at, static (typed, said) => typed.Asks(said))) best = question.Length;
        return best;
    }

    // How many words a pattern covers from here; 0 when it does not fit.
    internal static int Length<T>(SynonymPattern pattern, ImmutableArray<T> words, int start, Func<T, QueryWord, bool> same)
    {
        var at = start;
        for (var i = 0; i < pattern.Parts.Length; i++)
        {
            var part = pattern.Parts[i];
            var last = i == 0 ? at : at + LongestGap;
            while (at <= last && !Stands(part, words, at, same)) at++;
            if (at > last) return 0;
            at += part.Length;
        }

        return at - start;
    }

    internal static bool Stands<T>(ImmutableArray<QueryWord> part, ImmutableArray<T> words, int at, Func<T, QueryWord, bool> same)
    {
        if (at + part.Length > words.Length) return false;
        for (var i = 0; i < part.Length; i++)
            if (!same(words[at + i], part[i])) return false;
        return true;
    }
}
