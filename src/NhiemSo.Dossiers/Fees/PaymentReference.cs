using System.Security.Cryptography;

namespace NhiemSo.Dossiers.Fees;

/// <summary>
/// The reference of a dossier's payments: NSP and eight letters and digits that banks keep and people don't mix up, the last one a check.
/// It isn't the look-up code: that one opens the dossier, and must not lie about at a bank.
/// </summary>
internal static class PaymentReference
{
    public const string Prefix = "NSP";

    private const string Letters = "ABCDEFGHKLMNPQRSTUVXY3456789";

    private const int Random = 7;

    public static string New() => Of(RandomNumberGenerator.GetString(Letters, Random));

    /// <summary>Every reference that may stand in the content of a transfer; banks change case, add blanks and put words around it.</summary>
    public static IEnumerable<string> In(string content)
    {
        var text = string.Concat(content.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        for (var at = text.IndexOf(Prefix, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Prefix, at + 1, StringComparison.Ordinal))
        {
            var code = text.Length >= at + Prefix.Length + Random + 1 ? text.Substring(at, Prefix.Length + Random + 1) : "";
            if (code.Length > 0 && Of(code[Prefix.Length..^1]) == code) yield return code;
        }
    }

    private static string Of(string random)
    {
        // Weights prime to 28, different from place to place: one letter mistyped never passes, two swapped seldom do.
        int[] weights = [1, 3, 5, 9, 11, 13, 15];
        var sum = random.Select((c, i) => weights[i] * Letters.IndexOf(c, StringComparison.Ordinal)).Sum();
        return Prefix + random + Letters[((sum % Letters.Length) + Letters.Length) % Letters.Length];
    }
}
