using System.Globalization;
using System.Text;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Files;

/// <summary>Names as people gave them, made safe to show and to save on any system.</summary>
public static class FileNames
{
    /// <summary>Longest name kept, in characters, with its ending.</summary>
    public const int Longest = 150;

    /// <summary>Without folders, control and direction-changing characters; NFC; Vietnamese letters stay.</summary>
    public static string Clean(string? name)
    {
        var last = NormalText.Of((name ?? "").Split('/', '\\')[^1]);
        var clean = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) continue;
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else
            {
                clean.Append("<>:\"|?*".Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString());
            }
        }

        var text = clean.ToString().Trim(' ', '.');
        if (text.Length == 0) return "tệp không tên";
        var ending = Path.GetExtension(text);
        if (ending.Length > 10) ending = "";
        var stem = text[..^ending.Length];
        if (text.Length > Longest) stem = stem[..(Longest - ending.Length)].TrimEnd(' ', '.');
        if (stem.Length > 0 && char.IsHighSurrogate(stem[^1])) stem = stem[..^1];
        return stem + ending;
    }
}
