using System.Collections.Immutable;
using System.Text;

namespace NhiemSo.Platform.Words;

/// <summary>One way to say something: folded words, all of them needed.</summary>
/// <param name="Words">Folded words (letters and digits only), at least one.</param>
/// <param name="Together">They must stand side by side in this order.</param>
public sealed record SearchTerm(ImmutableArray<string> Words, bool Together);

/// <summary>
/// What is looked for: every group must be found, by any of its terms. Made from typed text and the synonym books, written for either engine.
/// </summary>
/// <param name="Groups">All needed; each a list of alternatives, first the words as typed.</param>
/// <param name="Typed">The typed words with their diacritics (<see cref="Fold.Exact"/>), for ranking exact matches first.</param>
public sealed record SearchQuery(ImmutableArray<ImmutableArray<SearchTerm>> Groups, string Typed)
{
    // A pasted page is not a question; FTS5 also limits the depth of a query.
    private const int LongestQuery = 32, LongestWord = 64;

    /// <summary>Nothing to look for: no letter or digit was typed.</summary>
    public bool IsEmpty => Groups.IsEmpty;

    /// <summary>
    /// Reads typed text: question words are left out unless nothing else is there, abbreviations and everyday words gain what they stand for,
    /// and a document number with its punctuation (12345/QĐ-UBND) is looked for as one phrase.
    /// </summary>
    public static SearchQuery Parse(string text, SynonymBook synonyms)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(synonyms);
        var words = ImmutableArray.CreateBuilder<QueryWord>();
        var hasSmall = text.Any(char.IsLower);
        foreach (var run in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count >= LongestQuery) break;
            var capitals = hasSmall && run.Length > 1 && !run.Any(char.IsLower);
            var read = QueryWord.Read(run).Select(word => word with { Capitals = capitals }).Where(word => word.Folded.Length <= LongestWord).ToList();
            var joined = QueryWord.Joined(read);
            var symbol = read.Count > 1 && joined.Folded.Length <= LongestWord && joined.Folded.Any(char.IsAsciiDigit);
            words.AddRange(symbol ? [joined] : read);
        }

        var kept = words.Take(LongestQuery).ToImmutableArray();
        return new SearchQuery(synonyms.Expand(kept), Fold.Exact(text));
    }

    /// <summary>Adds to each single word the words of a vocabulary that are one slip away; for a second try when nothing was found.</summary>
    public SearchQuery WithNear(IReadOnlyCollection<string> vocabulary) => this with
    {
        Groups = [.. Groups.Select(group => group.AddRange(
            group.Where(term => term.Words.Length == 1)
                .SelectMany(term => Typo.Near(term.Words[0], vocabulary))
                .Select(word => new SearchTerm([word], Together: false))))],
    };

    /// <summary>The argument of FTS5's MATCH, over folded text.</summary>
    /// <param name="any">One group found is enough; for a last try.</param>
    public string ToFts5(bool any = false) => Write(any ? " OR " : " AND ", " OR ", term => term.Together
        ? $"\"{string.Join(' ', term.Words)}\""
        : string.Join(" AND ", term.Words.Select(word => $"\"{word}\"")));

    /// <summary>The argument of to_tsquery('simple', ...), over folded text.</summary>
    /// <param name="any">One group found is enough; for a last try.</param>
    public string ToTsQuery(bool any = false) => Write(any ? " | " : " & ", " | ", term =>
        string.Join(term.Together ? " <-> " : " & ", term.Words.Select(word => $"'{word}'")));

    /// <summary>The places in a text, as written, of words that are looked for: start and length in UTF-16 units.</summary>
    public IEnumerable<(int Start, int Length)> Marks(string text)
    {
        var sought = Groups.SelectMany(group => group).SelectMany(term => term.Words).ToHashSet(StringComparer.Ordinal);
        return Fold.Words(text).Where(word => sought.Contains(word.Text)).Select(word => (word.Start, word.Length)).Distinct();
    }

    // Words hold letters and digits only, by the fold; quoted, nothing typed can be an operator.
    private string Write(string between, string or, Func<SearchTerm, string> write)
    {
        var query = new StringBuilder();
        foreach (var group in Groups)
        {
            if (query.Length > 0) query.Append(between);
            query.Append('(').AppendJoin(or, group.Select(term => $"({write(term)})")).Append(')');
        }

        return query.ToString();
    }
}
