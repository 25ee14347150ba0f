using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Tree;

/// <summary>The way a lawyer says a citation, from the inside out: "điểm a mục 3.3.1 khoản 3 Điều 1".</summary>
internal static class DisplayText
{
    /// <param name="annexName">"Quy định kèm theo Quyết định số ..." for an annexed text.</param>
    public static string Of(Branch branch, string? annexName)
    {
        var words = new List<string>();
        var saidDecimal = false;
        for (var b = branch; b.Parent is not null; b = b.Parent)
        {
            // Articles count through the text, so nothing above one is said; 3.3 is not said beside 3.3.1.
            if (!(b.Token.Style == Style.Decimal && saidDecimal)) words.Add(Word(b));
            saidDecimal |= b.Token.Style == Style.Decimal;
            if (b.Token.Style == Style.Article) break;
        }

        if (annexName is not null) words.Add(annexName);
        return string.Join(' ', words);
    }

    private static string Word(Branch b) => b.Token.Style switch
    {
        Style.Division => $"Phần {b.Token.Label}",
        Style.Chapter => $"Chương {b.Token.Label}",
        Style.Section => $"Mục {b.Token.Label}",
        Style.Article => $"Điều {b.Token.Label}",
        Style.Roman or Style.Letter => $"phần {b.Token.Label}",
        Style.Clause => $"khoản {b.Token.Label}",
        Style.Decimal => $"mục {b.Token.Label}",
        Style.Point => $"điểm {b.Token.Label}",
        _ => $"gạch đầu dòng thứ {Ordinals.Word(b.Token.Ordinal)}",
    };
}
