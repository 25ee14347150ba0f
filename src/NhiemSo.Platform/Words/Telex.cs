using System.Buffers;
using System.Text;

namespace NhiemSo.Platform.Words;

/// <summary>Undoes Telex that nobody turned into letters: "giaays" is "giấy", "dduwowcj" is "được".</summary>
internal static class Telex
{
    private const string Vowels = "aeiouyăâêôơư";

    private static readonly SearchValues<char> ToneKeys = SearchValues.Create("frxsj"), VowelKeys = SearchValues.Create(Vowels);

    // In the order of Alphabet.Vowels: huyền, hỏi, ngã, sắc, nặng.
    private static readonly Dictionary<char, int> Tone = new() { ['f'] = 1, ['r'] = 2, ['x'] = 3, ['s'] = 4, ['j'] = 5 };

    /// <summary>The syllable that was meant; null when the keys stand for none, or are one as they are.</summary>
    public static string? Undo(string typed)
    {
        if (Syllable.Is(typed)) return null;
        var (keys, tone) = Toned(typed);
        var letters = Lettered(keys);
        if (letters == typed || !Syllable.Is(Fold.Text(letters))) return null;
        if (tone > 0 && Place(letters) is var at and >= 0) letters = $"{letters[..at]}{Alphabet.Toned(letters[at], tone, 'a')}{letters[(at + 1)..]}";
        return Fold.Exact(letters);
    }

    // The tone key stands anywhere after the first vowel; the last one counts.
    private static (string Keys, int Tone) Toned(string typed)
    {
        var at = typed.AsSpan().LastIndexOfAny(ToneKeys);
        return at > 0 && typed.AsSpan(0, at).ContainsAny(VowelKeys) ? (typed.Remove(at, 1), Tone[typed[at]]) : (typed, 0);
    }

    private static string Lettered(string keys)
    {
        var letters = new StringBuilder(keys.Length);
        foreach (var key in keys)
        {
            // The second key may come at the end of the syllable: "duongwf", "viete".
            var at = key switch { 'a' or 'e' or 'o' => Last(letters, key), 'd' when letters is ['d', ..] => 0, 'w' => Hooked(letters), _ => -1 };
            if (at < 0) letters.Append(key == 'w' ? 'ư' : key);
            else if (key == 'w' && letters[at] == 'o' && at > 0 && letters[at - 1] == 'u') (letters[at - 1], letters[at]) = ('ư', 'ơ');
            else if (key == 'w' && letters[at] == 'o' && at > 0 && letters[at - 1] == 'ư') letters[at] = 'ơ';
            else letters[at] = (key, letters[at]) switch { ('w', 'a') => 'ă', ('w', 'o') => 'ơ', ('w', 'u') => 'ư', ('a', _) => 'â', ('e', _) => 'ê', ('o', _) => 'ô', _ => 'đ' };
        }

        return letters.ToString();
    }

    private static int Last(StringBuilder letters, char vowel)
    {
        for (var at = letters.Length - 1; at >= 0; at--)
            if (letters[at] == vowel) return at;
        return -1;
    }

    private static int Hooked(StringBuilder letters)
    {
        for (var at = letters.Length - 1; at >= 0; at--)
            if (letters[at] is 'o' or 'a' || (letters[at] == 'u' && (at == 0 || letters[at - 1] != 'q'))) return at;
        return -1;
    }

    // The modified vowel carries the tone, else the one before a final or before the last of an open pair.
    private static int Place(string letters)
    {
        for (var at = letters.Length - 1; at >= 0; at--)
            if ("ăâêôơư".Contains(letters[at], StringComparison.Ordinal)) return at;
        var first = letters.AsSpan().IndexOfAny(VowelKeys);
        var start = (letters.StartsWith("qu", StringComparison.Ordinal) || (letters.StartsWith("gi", StringComparison.Ordinal) && letters.Length > 2 && Vowels.Contains(letters[2], StringComparison.Ordinal))) ? first + 1 : first;
        var end = start;
        while (end < letters.Length && Vowels.Contains(letters[end], StringComparison.Ordinal)) end++;
        return end - start > 1 && (end < letters.Length || end - start > 2) ? start + 1 : start;
    }
}
