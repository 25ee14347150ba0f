using System.Globalization;
using System.Text;

namespace NhiemSo.Floor;

/// <summary>Diacritics dropped with what the framework brings: decompose, leave the marks out, lower case.</summary>
public static class PlainFold
{
    public static string Text(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(c);
        return plain.Replace('đ', 'd').Replace('Đ', 'd').ToString().ToLowerInvariant();
    }
}
