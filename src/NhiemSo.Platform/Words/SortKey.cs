using System.Globalization;
using System.Text;

namespace NhiemSo.Platform.Words;

/// <summary>
/// A key whose plain ordinal order is the Vietnamese order: letters by the alphabet, then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then case;
/// numbers by value. Kept in a column and sorted by the database. It holds only 0-9 and a-z, so that SQLite BINARY, PostgreSQL "C" and
/// any language's collation agree on it. Texts that differ only in punctuation, spacing or tone placement share a key.
/// </summary>
/// <remarks>
/// Primary level, one character each: 0 end, 1 word break, 2 number (its length, then its digits), 3..z the 33 letters; z is followed by 0 for the
/// letter itself or 1 and six hex digits for a letter of another script. Then one character per letter or number for the tone, 0, and the case, 0.
/// </remarks>
public static class SortKey
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const char End = '0', WordBreak = '1', Number = '2', Plain = '1', Capital = '2', ForeignMark = '7';
    private const int FirstLetter = 3, ShortNumber = 34;

    /// <summary>The key of a name or title.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var levels = new Levels();
        levels.Read(text);
        return $"{levels.Letters}{End}{levels.Tones()}{End}{levels.Cases()}{End}";
    }

    /// <summary>The key of a person: given name, then middle names, then family name; a single word is a given name.</summary>
    public static string OfPerson(string fullName)
    {
        ArgumentNullException.ThrowIfNull(fullName);
        var words = fullName.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string[] parts = words.Length < 2
            ? [fullName, "", ""]
            : [words[^1], string.Join(' ', words[1..^1]), words[0]];
        var key = new StringBuilder();
        var cases = new StringBuilder();
        foreach (var part in parts)
        {
            var levels = new Levels();
            levels.Read(part);
            key.Append(levels.Letters).Append(End).Append(levels.Tones()).Append(End);
            cases.Append(levels.Cases()).Append(End);
        }

        return key.Append(cases).ToString();
    }

    private sealed class Levels
    {
        private readonly StringBuilder _tones = new();
        private readonly StringBuilder _cases = new();

        public StringBuilder Letters { get; } = new();

        // Plain is the lowest, so trailing ones say nothing.
        public string Tones() => _tones.ToString().TrimEnd(Plain);

        public string Cases() => _cases.ToString().TrimEnd(Plain);

        public void Read(string text)
        {
            var parted = false;
            var composed = TonePlacement.Compose(Visible(text));
            for (var at = 0; at < composed.Length;)
            {
                Rune.DecodeFromUtf16(composed.AsSpan(at), out var rune, out var length);
                if (Rune.IsLetterOrDigit(rune))
                {
                    if (parted && Letters.Length > 0) Letters.Append(WordBreak);
                    parted = false;
                    if (char.IsAsciiDigit(composed[at])) length = AddNumber(composed.AsSpan(at));
                    else AddLetter(rune);
                }
                else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                {
                    if (!parted && _tones.Length > 0 && _tones[^1] == Plain) _tones[^1] = ForeignMark;
                }
                else
                {
                    parted = true;
                }

                at += length;
            }
        }

        // A zero-width space within a word or a number is not seen, so it parts nothing.
        private static string Visible(string text) =>
            text.EnumerateRunes().Any(IsFormat) ? string.Concat(text.EnumerateRunes().Where(rune => !IsFormat(rune))) : text;

        private static bool IsFormat(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

        private int AddNumber(ReadOnlySpan<char> text)
        {
            var end = text.IndexOfAnyExceptInRange('0', '9');
            var all = end < 0 ? text : text[..end];
            var value = all[..^1].TrimStart('0').Length == 0 ? all[^1..] : all.TrimStart('0');
            Letters.Append(Number);
            if (value.Length <= ShortNumber) Letters.Append(Digits[value.Length]);
            else Letters.Append('z').Append(value.Length.ToString("x8", CultureInfo.InvariantCulture));
            Letters.Append(value);
            // 2 before 02 when all else is equal.
            Add(Digits[1 + Math.Min(all.Length - value.Length, ShortNumber)], Plain);
            return all.Length;
        }

        private void AddLetter(Rune rune)
        {
            if (rune.IsBmp && Alphabet.TryRead((char)rune.Value, out var letter))
            {
                AddPlace(letter.Place);
                Add(Digits[1 + letter.Tone], letter.Upper ? Capital : Plain);
                return;
            }

            var bare = rune.ToString().Normalize(NormalizationForm.FormD)[0];
            if (Alphabet.TryRead(bare, out letter))
            {
                AddPlace(letter.Place);
                Add(ForeignMark, letter.Upper ? Capital : Plain);
                return;
            }

            Letters.Append("z1").Append(Rune.ToLowerInvariant(rune).Value.ToString("x6", CultureInfo.InvariantCulture));
            Add(Plain, Rune.IsUpper(rune) ? Capital : Plain);
        }

        private void AddPlace(int place)
        {
            Letters.Append(Digits[FirstLetter + place]);
            if (FirstLetter + place == Digits.Length - 1) Letters.Append('0');
        }

        private void Add(char tone, char letterCase)
        {
            _tones.Append(tone);
            _cases.Append(letterCase);
        }
    }
}
