using System.Text;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Identity.Passwords;

/// <summary>How a Vietnamese word comes out of a password box, where no keyboard shows what it makes of the keys.</summary>
internal static class TelexKeys
{
    private const string Marks = "\u0300\u0309\u0303\u0301\u0323\u0302\u0306\u031B";

    // In the order of the marks: huyền, hỏi, ngã, sắc, nặng; mũ doubles its letter.
    private const string Keys = "frxsj\0ww";

    /// <summary>Small letters and digits, run together: without diacritics; by Telex with each key after its letter; by Telex with the tones at the ends of the syllables.</summary>
    public static IEnumerable<string> Of(string words)
    {
        var syllables = NormalText.Of(words, NormalizationForm.FormD).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new[] { Together(Fold.Text(words)), Together(string.Concat(syllables.Select(s => Typed(s, tonesLast: false)))), Together(string.Concat(syllables.Select(s => Typed(s, tonesLast: true)))) }
            .Where(w => w.Length > 0).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Letters and digits alone.</summary>
    public static string Together(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Typed(string syllable, bool tonesLast)
    {
        var (keys, tones, letter) = (new StringBuilder(), new StringBuilder(), '\0');
        foreach (var c in syllable)
        {
            if (Marks.IndexOf(c, StringComparison.Ordinal) is var at and >= 0) (tonesLast && at < 5 ? tones : keys).Append(Keys[at] == '\0' ? letter : Keys[at]);
            else if (c == 'đ') keys.Append("dd");
            else keys.Append(letter = c);
        }

        return keys.Append(tones).ToString();
    }
}
