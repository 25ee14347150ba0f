using System.Buffers;
using System.Globalization;
using System.Text;

namespace NhiemSo.Platform.Words;

/// <summary>A word of a text: its folded form and where it stands in the text as written.</summary>
/// <param name="Text">Folded, never empty.</param>
/// <param name="Start">First UTF-16 unit in the original.</param>
/// <param name="Length">UTF-16 units in the original.</param>
public readonly record struct FoldedWord(string Text, int Start, int Length);

/// <summary>
/// The one fold that indexes and queries on both engines. Without it FTS5 keeps đ apart from d, and PostgreSQL reads 12345/QĐ-UBND as one file name.
/// Letters and digits stay, everything else parts words; linear in the text.
/// </summary>
public static class Fold
{
    // What one character folds to: itself or its base letter, Break, Nothing, or Long (asked of Unicode each time).
    private const char Break = ' ', Nothing = '\0', Long = '\uFFFF';

    private static readonly char[] Short = BuildShort();

    /// <summary>
    /// Lower case, no diacritics, đ as d, compatibility forms (ligatures, full width) as plain letters, words parted by one space.
    /// Folding again changes nothing; composed and decomposed writing and either tone placement give the same.
    /// </summary>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var buffer = ArrayPool<char>.Shared.Rent(text.Length + 1);
        var used = 0;
        var parted = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var single = Single(rune);
            if (single == Nothing) continue;
            if (single != Long)
            {
                Put(single);
                continue;
            }

            foreach (var c in Expand(rune)) Put(c);
        }

        var folded = new string(buffer, 0, used);
        ArrayPool<char>.Shared.Return(buffer);
        // Only scripts that compose without marks (Hangul) can change here.
        return Ascii.IsValid(folded) ? folded : NormalText.Of(folded);

        void Put(char c)
        {
            if (c == Break)
            {
                parted = used > 0;
                return;
            }

            if (used + 2 > buffer.Length)
            {
                var larger = ArrayPool<char>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, used).CopyTo(larger);
                ArrayPool<char>.Shared.Return(buffer);
                buffer = larger;
            }

            if (parted) buffer[used++] = Break;
            parted = false;
            buffer[used++] = c;
        }
    }

    /// <summary>The words of the folded text.</summary>
    public static string[] Tokens(string text) => Text(text).Split(Break, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words with their places in the text as written, for marking what was found.</summary>
    public static IEnumerable<FoldedWord> Words(string text)
    {
        var start = -1;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var single = Single(rune);
            if (single == Break && start >= 0)
            {
                foreach (var word in Within(text, start, at)) yield return word;
                start = -1;
            }
            else if (start < 0 && single is not (Break or Nothing))
            {
                start = at;
            }

            at += rune.Utf16SequenceLength;
        }

        if (start >= 0)
            foreach (var word in Within(text, start, at)) yield return word;
    }

    /// <summary>
    /// The same words with their diacritics: lower case, composed, one tone placement (hòa = hoà). For ranking what was typed exactly above what only folds alike.
    /// </summary>
    public static string Exact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format) visible.Append(TonePlacement.Sound(rune));

        var exact = new StringBuilder(text.Length);
        var parted = false;
        foreach (var rune in NormalText.Of(visible.ToString(), NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                if (parted && exact.Length > 0) exact.Append(Break);
                parted = false;
                exact.Append(rune.Value == 'Ð' || rune.Value == 'ð' ? new Rune('đ') : Rune.ToLowerInvariant(rune));
            }
            else if (!IsMark(rune))
            {
                parted = true;
            }
            else if (exact.Length > 0 && !parted)
            {
                exact.Append(rune);
            }
        }

        return TonePlacement.Compose(exact.ToString());
    }

    private static char Single(Rune rune) => rune.Value < Short.Length ? Short[rune.Value] : Long;

    // Rare characters may hold a break inside (½ is 1⁄2): such a stretch gives several words with one place.
    private static IEnumerable<FoldedWord> Within(string text, int start, int end)
    {
        foreach (var word in Tokens(text[start..end])) yield return new FoldedWord(word, start, end - start);
    }

    private static string Expand(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned) return Break.ToString();
        var expanded = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(part)) expanded.Append(part.Value is 'đ' or 'Đ' or 'ð' or 'Ð' ? new Rune('d') : Rune.ToLowerInvariant(part));
            else if (!IsMark(part) && Rune.GetUnicodeCategory(part) != UnicodeCategory.Format) expanded.Append(Break);
        }

        return expanded.ToString();
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // Latin, Vietnamese and general punctuation: all that everyday text holds.
    private static char[] BuildShort()
    {
        var table = new char[0x2070];
        for (var c = '\0'; c < table.Length; c++)
        {
            var expanded = c is >= '\u1100' and < '\u1200' ? "??" : Expand(new Rune(c));
            table[c] = expanded.Length switch { 0 => Nothing, 1 => expanded[0], _ => expanded.Trim(Break).Length == 0 ? Break : Long };
        }

        return table;
    }
}
