using System.Globalization;
using System.Text;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.WorkingTime;

/// <summary>Reads "15 (mười lăm) ngày làm việc", "0.5 ngay lam viec", "nửa ngày": number, optional words in brackets, unit.</summary>
internal static class LimitText
{
    public static Outcome<Limit> Read(string text)
    {
        var plain = Plain(text);
        if (plain.Length == 0)
            return Problem.Invalid($"Chưa có thời hạn. {Limit.HowToWrite}");

        var end = 0;
        while (end < plain.Length && (char.IsAsciiDigit(plain[end]) || plain[end] is ',' or '.'))
            end++;
        var number = plain[..end];
        var word = plain[end..].Trim();
        if (number.Length == 0 && word.StartsWith("nua ", StringComparison.Ordinal))
            (number, word) = ("0.5", word[4..]);
        if (word.StartsWith('(') && word.IndexOf(')') is var close and > 0)
            word = word[(close + 1)..].Trim();

        if (!TryNumber(number, out var amount))
            return Problem.Invalid($"Không đọc được thời hạn \"{Short(text)}\". {Limit.HowToWrite}");
        if (!LimitUnits.TryFind(word, out var unit))
            return Problem.Invalid($"Không rõ đơn vị của thời hạn \"{Short(text)}\". {Limit.HowToWrite}");
        return Limit.Of(amount, unit);
    }

    // One separator, comma or point, is always the decimal one: "1.000 ngày" is no limit of any law.
    private static bool TryNumber(string number, out decimal amount)
    {
        amount = 0;
        var separators = number.Count(c => c is ',' or '.');
        return number.Length is > 0 and <= 16
            && separators <= 1
            && char.IsAsciiDigit(number[0])
            && char.IsAsciiDigit(number[^1])
            && !(separators == 1 && number.Length - number.IndexOfAny([',', '.']) == 4 && number[0] != '0')
            && decimal.TryParse(number.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in NormalText.Of(text, NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (char.IsWhiteSpace(c))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                    plain.Append(' ');
                continue;
            }

            plain.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }

        return plain.ToString().Trim();
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
