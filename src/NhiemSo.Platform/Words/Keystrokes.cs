using System.Buffers;
using System.Text;

namespace NhiemSo.Platform.Words;

/// <summary>Keys of Telex and VNI that were left in the text because the keyboard was not switched: "giaays", "phe1p".</summary>
internal static class Keystrokes
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy"), TelexTones = SearchValues.Create("sfrxj");

    /// <summary>The folded syllables the keys may have meant; the caller knows which of them are words.</summary>
    public static IEnumerable<string> Read(string folded)
    {
        if (!folded.AsSpan().ContainsAny(Vowels)) yield break;
        if (folded.Any(char.IsAsciiDigit))
        {
            if (char.IsAsciiLetter(folded[0])) yield return string.Concat(folded.Where(c => !char.IsAsciiDigit(c)));
            yield break;
        }

        var letters = Doubled(folded);
        if (letters != folded) yield return letters;
        // The tone key stands after the vowel or at the end of the syllable.
        for (var at = 1; at < letters.Length; at++)
            if (TelexTones.Contains(letters[at]) && letters.AsSpan(0, at).ContainsAny(Vowels)) yield return letters.Remove(at, 1);
    }

    // aa, ee, oo, dd and the w of ă, ơ, ư.
    private static string Doubled(string folded)
    {
        var letters = new StringBuilder(folded.Length);
        foreach (var c in folded)
            if (c != 'w' && !(c is 'a' or 'e' or 'o' or 'd' && letters.Length > 0 && letters[^1] == c)) letters.Append(c);
        return letters.ToString();
    }
}
