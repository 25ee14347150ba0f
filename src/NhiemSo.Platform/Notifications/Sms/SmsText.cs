using System.Globalization;
using System.Text;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Notifications.Sms;

/// <summary>How a text goes over the air.</summary>
/// <param name="Unicode">UCS-2; else the GSM 7-bit alphabet.</param>
/// <param name="Units">Septets or UTF-16 units.</param>
/// <param name="Segments">Messages that are paid for.</param>
public sealed record SmsSize(bool Unicode, int Units, int Segments);

/// <summary>The letters of short messages (3GPP TS 23.038): what fits into one message, and Vietnamese without its marks.</summary>
public static class SmsText
{
    private const int GsmAlone = 160, GsmJoined = 153, UnicodeAlone = 70, UnicodeJoined = 67;

    private const string Basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>Each takes two septets, which one message holds together.</summary>
    private const string Extended = "\f^{}\\[~]|€";

    public static SmsSize Measure(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.All(c => Basic.Contains(c, StringComparison.Ordinal) || Extended.Contains(c, StringComparison.Ordinal))
            ? Size(unicode: false, [.. text.Select(c => Extended.Contains(c, StringComparison.Ordinal) ? 2 : 1)], GsmAlone, GsmJoined)
            : Size(unicode: true, [.. text.EnumerateRunes().Select(r => r.Utf16SequenceLength)], UnicodeAlone, UnicodeJoined);
    }

    /// <summary>Without diacritics, đ as d, quotation marks and dashes as the keyboard has them; what is left outside the GSM alphabet becomes "?".</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        foreach (var c in NormalText.Of(text, NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(c switch
            {
                'đ' => "d",
                'Đ' => "D",
                '“' or '”' or '„' => "\"",
                '‘' or '’' => "'",
                '–' or '—' or '−' => "-",
                '…' => "...",
                '₫' => "d",
                _ when char.IsWhiteSpace(c) => c == '\n' ? "\n" : " ",
                _ when Basic.Contains(c, StringComparison.Ordinal) || Extended.Contains(c, StringComparison.Ordinal) => c.ToString(),
                _ => "?",
            });
        }

        return plain.ToString();
    }

    /// <summary>A character is never torn apart: where it doesn't fit any more, the next message begins.</summary>
    private static SmsSize Size(bool unicode, IReadOnlyList<int> widths, int alone, int joined)
    {
        var units = widths.Sum();
        if (units <= alone) return new SmsSize(unicode, units, units == 0 ? 0 : 1);
        var (segments, used) = (1, 0);
        foreach (var width in widths)
        {
            if (used + width > joined) (segments, used) = (segments + 1, 0);
            used += width;
        }

        return new SmsSize(unicode, units, segments);
    }
}
