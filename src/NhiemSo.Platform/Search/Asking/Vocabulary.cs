using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search.Asking;

/// <summary>The syllables of the mandate and of the synonym books, and which of them a typed one may be.</summary>
internal sealed class Vocabulary
{
    // How sure it is that a typed syllable is that one; 1 is the syllable itself.
    private const double Bare = 0.95, HalfTone = 0.9, Keys = 0.85, OtherTone = 0.7, OtherLetter = 0.5, Heard = 0.6, Slip = 0.7, Doubt = 0.7, Plain = 0.6;

    private const int ShortestMarked = 3;

    private readonly FrozenDictionary<string, string[]> byFolded;
    private readonly FrozenDictionary<string, string[]> bySound;

    public Vocabulary(IEnumerable<QueryWord> words)
    {
        var known = words.Where(word => !word.Folded.Contains(' ', StringComparison.Ordinal)).DistinctBy(word => word.Exact).ToList();
        byFolded = known.GroupBy(word => word.Folded).ToFrozenDictionary(same => same.Key, same => same.Select(word => word.Exact).ToArray(), StringComparer.Ordinal);
        bySound = known.GroupBy(word => Sound.Of(word.Folded)).ToFrozenDictionary(same => same.Key, same => same.Select(word => word.Exact).ToArray(), StringComparer.Ordinal);
    }

    public bool Has(string folded) => byFolded.ContainsKey(folded);

    /// <summary>As typed, with its diacritics or without any.</summary>
    public bool Knows(QueryWord typed) => byFolded.GetValueOrDefault(typed.Folded, []).Contains(typed.Exact);

    /// <summary>The syllables that may be meant, each with how likely.</summary>
    /// <param name="typed">A word of the question.</param>
    /// <param name="marked">The question was typed with diacritics: a word that bears none has none.</param>
    public IReadOnlyDictionary<string, double> Forms(QueryWord typed, bool marked)
    {
        var forms = new Dictionary<string, double>(StringComparer.Ordinal);
        // Typed with its diacritics and known: it is hardly another.
        var doubt = !marked || !Knows(typed) ? 1 : typed.Exact == typed.Folded ? Plain : Doubt;
        Add(typed.Folded, word => word == typed.Exact ? 1 : Likeness(typed, word) * doubt);
        foreach (var word in bySound.GetValueOrDefault(Sound.Of(typed.Folded), [])) forms.TryAdd(word, Heard * doubt);
        if (Has(typed.Folded)) return forms;
        foreach (var folded in Keystrokes.Read(typed.Folded)) Add(folded, _ => Keys);
        // What looks like a slip of a key is one only where no other reading is left.
        if (forms.Count == 0)
            foreach (var folded in Typo.Near(typed.Folded, byFolded.Keys, typed.Exact == typed.Folded ? Typo.Shortest : ShortestMarked)) Add(folded, word => Slipped(typed, word));
        return forms;

        void Add(string folded, Func<string, double> likeness)
        {
            foreach (var word in byFolded.GetValueOrDefault(folded, [])) if (likeness(word) is > 0 and var like) forms[word] = Math.Max(forms.GetValueOrDefault(word), like);
        }
    }

    // Letters slip more often than their marks: "viò" is "vòi".
    private static double Slipped(QueryWord typed, string word) =>
        typed.Exact == typed.Folded || Marks(typed.Exact) == Marks(word) ? Slip : typed.Folded.Length >= Typo.Shortest ? OtherLetter : 0;

    private static string Marks(string word) => string.Concat(word.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c == 'đ').Distinct().Order());

    private static double Likeness(QueryWord typed, string word)
    {
        if (typed.Exact == typed.Folded) return Bare;
        return Hook(typed.Exact) == Hook(word) ? HalfTone : Flat(typed.Exact) == Flat(word) ? OtherTone : OtherLetter;
    }

    private static string Flat(string word) => string.Concat(word.Select(c => Alphabet.TryRead(c, out var letter) ? letter.Base : c));

    // Hỏi and ngã sound alike in the south.
    private static string Hook(string word) => string.Concat(word.Select(c =>
        Alphabet.TryRead(c, out var letter) && letter.Tone == 3 ? Alphabet.Toned(letter.Base, 2, c) : c));
}
