namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>Takes away what belongs to the paper and not to the text: page numbers, rules, running heads, signature stamps.</summary>
internal static class PageFurniture
{
    private static readonly string[] Stamps =
        ["Người ký:", "Ký bởi:", "Email:", "Cơ quan:", "Thời gian ký:", "Ngày ký:", "Chữ ký số:", "LawSoft", "www.", "http://", "https://"];

    public static IReadOnlyList<Line> Remove(IReadOnlyList<Line> lines)
    {
        var kept = new List<Line>(lines.Count);
        var afterFurniture = false;
        foreach (var line in lines)
        {
            if (IsFurniture(line.Text))
            {
                afterFurniture = true;
                continue;
            }

            // The blank lines around a page number do not separate paragraphs.
            kept.Add(afterFurniture ? line with { AfterBlank = false } : line);
            afterFurniture = false;
        }

        return kept;
    }

    private static bool IsFurniture(string text) =>
        IsPageNumber(text) || IsRule(text) || IsGazetteHead(text) ||
        Array.Exists(Stamps, s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>"5", "- 5 -", "Trang 5", "5/12", "Trang 5/12".</summary>
    private static bool IsPageNumber(string text)
    {
        if (text.Length > 14) return false;
        var rest = text.StartsWith("Trang", StringComparison.OrdinalIgnoreCase) ? text[5..] : text;
        rest = rest.Trim(' ', '-', '–', '—', '[', ']', '|');
        var halves = rest.Split('/', StringSplitOptions.TrimEntries);
        return halves.Length <= 2 && halves.All(h => h.Length is > 0 and <= 3 && h.All(char.IsAsciiDigit));
    }

    private static bool IsRule(string text) => text.All(c => c is '-' or '_' or '*' or '–' or '—' or '=' or '.' or '~' or ' ' or '¯' or '─' or '…') && !text.Any(char.IsLetterOrDigit);

    /// <summary>"CÔNG BÁO/Số 951 + 952/Ngày 09-12-2022", and the gazette's own heading over its first text.</summary>
    private static bool IsGazetteHead(string text) =>
        text.Length < 80 && (text.Contains("CÔNG BÁO/Số", StringComparison.OrdinalIgnoreCase) || text.EndsWith("VĂN BẢN QUY PHẠM PHÁP LUẬT", StringComparison.Ordinal) || text == "PHẦN VĂN BẢN KHÁC");
}
