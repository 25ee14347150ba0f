namespace NhiemSo.Platform.Words;

/// <summary>
/// Amounts in words as slips and receipts carry them: "Một nghìn không trăm linh năm đồng".
/// Northern office usage: "nghìn", "linh", "tỷ"; after mươi: mốt, tư, lăm (but mười một, mười bốn, linh bốn; lăm after mười too);
/// below a thousand, million or billion that was said, a group names its hundreds ("không trăm linh năm"); groups of zero are passed over.
/// </summary>
public static class MoneyWords
{
    private static readonly string[] Figures = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    /// <summary>"Một triệu đồng"; a negative amount begins with "Âm".</summary>
    public static string Of(long dong)
    {
        var words = new List<string>();
        if (dong < 0) words.Add("âm");
        AddNumber(words, dong < 0 ? 0UL - (ulong)dong : (ulong)dong, led: false);
        words.Add("đồng");
        return Wording.Capital(string.Join(' ', words));
    }

    // led: something larger was said before, so that hundreds must be named.
    private static void AddNumber(List<string> words, ulong number, bool led)
    {
        const ulong billion = 1_000_000_000;
        if (number == 0 && !led) words.Add(Figures[0]);
        if (number >= billion)
        {
            AddNumber(words, number / billion, led);
            words.Add("tỷ");
            led = true;
        }

        led = AddGroup(words, (int)(number / 1_000_000 % 1000), "triệu", led);
        led = AddGroup(words, (int)(number / 1000 % 1000), "nghìn", led);
        AddGroup(words, (int)(number % 1000), unit: null, led);
    }

    private static bool AddGroup(List<string> words, int group, string? unit, bool led)
    {
        if (group == 0) return led;
        var (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
        if (hundreds > 0 || led) words.AddRange([Figures[hundreds], "trăm"]);
        if (tens == 1) words.Add("mười");
        else if (tens > 1) words.AddRange([Figures[tens], "mươi"]);
        else if (ones > 0 && (hundreds > 0 || led)) words.Add("linh");
        if (ones > 0) words.Add(One(tens, ones));
        if (unit is not null) words.Add(unit);
        return true;
    }

    private static string One(int tens, int ones) => (tens, ones) switch
    {
        ( > 1, 1) => "mốt",
        ( > 1, 4) => "tư",
        ( > 0, 5) => "lăm",
        _ => Figures[ones],
    };
}
