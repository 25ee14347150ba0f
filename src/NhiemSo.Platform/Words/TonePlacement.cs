using System.Buffers;
using System.Globalization;
using System.Text;

namespace NhiemSo.Platform.Words;

/// <summary>
/// Two habits of writing the same syllable, made one: the tone in oa, oe and uy goes to the second vowel (hòa, khỏe, thúy become hoà, khoẻ, thuý).
/// Other vowel groups have one place for the tone in both habits.
/// </summary>
internal static class TonePlacement
{
    private static readonly SearchValues<char> Unsound = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Append(0xFFFE).Select(c => (char)c)]);

    /// <summary>Composed (NFC) text with one tone placement.</summary>
    public static string Compose(string text, NormalizationForm form = NormalizationForm.FormC)
    {
        if (Ascii.IsValid(text)) return text;
        var sound = text.AsSpan().ContainsAny(Unsound) ? Repair(text) : text;
        var composed = sound.Normalize(form);
        return Find(composed, 0) < 0 ? composed : string.Create(composed.Length, composed, static (span, source) =>
        {
            source.CopyTo(span);
            Unify(span);
        });
    }

    private static void Unify(Span<char> text)
    {
        for (var at = Find(text, 0); at >= 0; at = Find(text, at + 1))
        {
            Alphabet.TryRead(text[at], out var first);
            Alphabet.TryRead(text[at + 1], out var second);
            text[at] = Alphabet.Toned(first.Base, 0, text[at]);
            text[at + 1] = Alphabet.Toned(second.Base, first.Tone, text[at + 1]);
        }
    }

    // The next toned o before a bare a, ă, e, or toned u before a bare y.
    private static int Find(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; at < text.Length - 1; at++)
        {
            if (text[at] < '\u00C0' || !Alphabet.TryRead(text[at], out var first) || first.Tone == 0) continue;
            if (!Alphabet.TryRead(text[at + 1], out var second) || second.Tone != 0) continue;
            if ((first.Base, second.Base) is ('o', 'a' or 'ă' or 'e') or ('u', 'y')) return at;
        }

        return -1;
    }

    /// <summary>The character, or U+FFFD for one that Unicode has not given out: normalisation refuses some of them, as it does broken surrogates.</summary>
    public static Rune Sound(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned ? Rune.ReplacementChar : rune;

    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) repaired.Append(Sound(rune));
        return repaired.ToString();
    }
}
