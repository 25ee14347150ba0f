namespace NhiemSo.Mandate.Reading.Tokens;

internal static class Ordinals
{
    /// <summary>The order of points in Vietnamese legal texts; f, j, w and z are taken in where a text uses them.</summary>
    private const string Letters = "abcdđefghijklmnopqrstuưvwxyz";

    /// <summary>Letters that a list may leave out: no text uses all of them.</summary>
    private const string Skippable = "đfjưwz";

    public static int OfLetter(char letter) => Letters.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal) + 1;

    /// <summary>True when <paramref name="next"/> is the letter after <paramref name="previous"/> in one of the orders in use.</summary>
    public static bool LetterFollows(int previous, int next)
    {
        if (next <= previous) return false;
        for (var between = previous + 1; between < next; between++)
        {
            if (!Skippable.Contains(Letters[between - 1], StringComparison.Ordinal)) return false;
        }

        return true;
    }

    /// <summary>True for "ii" after "i", "v" after "iv": the small Roman numbers below a point.</summary>
    public static bool SmallRomanFollows(string previous, string next) =>
        previous.All(char.IsLower) && OfRoman(previous.ToUpperInvariant()) is > 0 and var value && next.All(char.IsLower) && OfRoman(next.ToUpperInvariant()) == value + 1;

    /// <summary>The value of a Roman number from I to XXXIX in its proper spelling, else 0.</summary>
    public static int OfRoman(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 8) return 0;
        var value = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = Digit(text[i]);
            if (digit == 0) return 0;
            value += i + 1 < text.Length && digit < Digit(text[i + 1]) ? -digit : digit;
        }

        return value is > 0 and < 40 && text.SequenceEqual(Roman(value)) ? value : 0;

        static int Digit(char c) => c switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 0 };
    }

    public static string Roman(int value)
    {
        string[] units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        return new string('X', value / 10) + units[value % 10];
    }

    private static readonly string[] Words = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    /// <summary>The value of "thứ nhất", "thứ hai" (given without "thứ"), else 0.</summary>
    public static int OfWord(string word) => Array.FindIndex(Words, w => w.Equals(word, StringComparison.OrdinalIgnoreCase)) + 1;

    /// <summary>"nhất", "hai", ... "mười", then digits.</summary>
    public static string Word(int ordinal) => ordinal is > 0 and <= 10 ? Words[ordinal - 1] : ordinal.ToString();
}
