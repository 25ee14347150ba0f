using System.Text.RegularExpressions;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>Numbers and symbols of documents: 55/QĐ-STTTT, 41/2023/QĐ-UBND, 77/2015/QH13, 107/2020/NĐ-CP, and 320-TB/TU of the Party.</summary>
internal static class DocumentNumber
{
    private static readonly Regex Written = new(
        @"\d{1,5}[A-Za-z]?\s?(?:/\s?\d{4}\s?)?/\s?\p{Lu}[\p{L}\d]*(?:\s?[-–]\s?\p{Lu}[\p{L}\d]*|[-–&.]\p{L}[\p{L}\d]*)*(?:/\p{Lu}[\p{L}\d]*(?:[-–]\p{L}[\p{L}\d]*)*)*|\d{1,5}-\p{Lu}{2,}\p{Ll}?/\p{Lu}{2,}",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>A document's day stands within so many characters after its number.</summary>
    private const int DateReach = 70;

    public static (string Number, int End)? First(string text, int from = 0)
    {
        var match = Written.Match(text, from);
        if (!match.Success) return null;
        var glued = match.Value.IndexOf("ngày", StringComparison.Ordinal); // web pages lose blanks: "TTLT-BTC-BNVngày 31"
        var value = glued > 0 ? match.Value[..glued] : match.Value;
        return (value.Replace(" ", "", StringComparison.Ordinal), match.Index + value.Length);
    }

    /// <summary>"41/qđ-tdtt" of a head without capitals.</summary>
    public static (string Number, int End)? InSmallLetters(string text) =>
        First(text.ToUpperInvariant()) is { } found && text.IndexOf(found.Number, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? (text.Substring(at, found.Number.Length), found.End) : null;

    /// <summary>The first document named, with the day that follows its number before another number does.</summary>
    public static (DocumentReference Reference, int End)? Reference(string text, int from = 0)
    {
        if (First(text, from) is not { } number) return null;
        var near = text.Substring(number.End, Math.Min(DateReach, text.Length - number.End));
        var next = Written.Match(near);
        var own = DateText.First(near) is { } found && (!next.Success || found.At < next.Index) ? found.Date : (DateOnly?)null;
        return (new DocumentReference(number.Number, own), number.End);
    }
}
