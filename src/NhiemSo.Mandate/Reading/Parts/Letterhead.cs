using NhiemSo.Mandate.Reading.Lines;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>What stands above the heading: bodies and number on the left, national motto, place and day on the right.</summary>
/// <param name="Bodies">From the highest to the one that issues.</param>
internal sealed record Letterhead(IReadOnlyList<string> Bodies, string? Number, string? Place, DateOnly? Date)
{
    private static readonly string[] Mottos = ["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Độc lập", "ĐẢNG CỘNG SẢN VIỆT NAM"];

    private const string MottoEnd = "XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    /// <summary>Lines of bodies above the motto at most; what stands higher was put there by a web page.</summary>
    private const int Tallest = 5;

    private static readonly string[] BodyWords =
    [
        "UBND", "ỦY BAN", "UỶ BAN", "BỘ ", "CHÍNH PHỦ", "THỦ TƯỚNG", "TỈNH ", "THÀNH PHỐ", "NGÂN HÀNG", "KIỂM TOÁN", "BẢO HIỂM", "ĐÀI ", "TỔNG ",
        "THÀNH ỦY", "HUYỆN ỦY", "QUẬN ỦY", "ĐẢNG ỦY", "ĐẢNG BỘ", "BAN CHẤP HÀNH",
    ];

    /// <summary>A line that only says where the body above it is.</summary>
    private static readonly string[] Places = ["TỈNH ", "THÀNH PHỐ ", "HUYỆN "];

    public static Letterhead Read(IReadOnlyList<Line> lines)
    {
        var (left, right) = Sides(lines);
        var number = left.Concat(right).Select(NumberOf).FirstOrDefault(n => n is not null);
        var days = right.Concat(left).Select(PlaceAndDate).ToList();
        var (place, date) = days.Find(d => d.Place is not null && d.Date is not null);
        if (date is null) (place, date) = days.Find(d => d.Date is not null) is { Date: not null } dated ? dated : days.Find(d => d.Place is not null); // a draft leaves the day blank
        return new Letterhead(BodiesOf(left), number, place, date);
    }

    /// <summary>The cells of two columns, told apart by the words that always stand on the right.</summary>
    private static (List<string> Left, List<string> Right) Sides(IReadOnlyList<Line> lines)
    {
        var left = new List<string>();
        var right = new List<string>();
        var columns = new Columns(lines);
        var first = lines.ToList().FindIndex(l => Array.Exists(Mottos, m => l.Text.Contains(m, StringComparison.OrdinalIgnoreCase)));
        foreach (var cell in lines.Skip(first - Tallest).SelectMany(columns.Cells))
        {
            var text = cell.Trim('-', '_', '*', ' ');
            if (right.Count > 0 && MottoEnd.EndsWith(' ' + text, StringComparison.Ordinal)) continue; // a narrow column breaks the motto
            var motto = Array.FindIndex(Mottos, m => text.Contains(m, StringComparison.OrdinalIgnoreCase));
            var date = DateAt(text);
            var cut = motto >= 0 ? text.IndexOf(Mottos[motto], StringComparison.OrdinalIgnoreCase) : date;
            if (cut < 0)
            {
                if (text.Any(char.IsLetterOrDigit)) left.Add(text);
                continue;
            }

            if (cut > 0) left.Add(text[..cut].Trim());
            right.Add(text[cut..]);
        }

        return (left, right);
    }

    /// <summary>Where "Khánh Hòa, ngày 28 tháng 3 năm 2024" starts: at the place, after a number on the same line.</summary>
    private static int DateAt(string text)
    {
        var day = text.IndexOf("ngày", StringComparison.OrdinalIgnoreCase);
        if (day < 0 || text.StartsWith('(')) return -1;
        if (!IsNumbered(text)) return 0;
        return DocumentNumber.First(text) is { } number && number.End < day ? number.End : -1;
    }

    /// <summary>"Số: 55/QĐ-STTTT", "Nghị quyết số: 25/2022/UBTVQH15"; "Số hiệu" is said by a web page about the document.</summary>
    public static string? NumberOf(string text) => IsNumbered(text) && !text.StartsWith("Số hiệu", StringComparison.OrdinalIgnoreCase) ? (DocumentNumber.First(text) ?? DocumentNumber.InSmallLetters(text))?.Number : null;

    private static bool IsNumbered(string text) =>
        text.StartsWith("Số", StringComparison.OrdinalIgnoreCase)
        || (text.IndexOf(" số", StringComparison.OrdinalIgnoreCase) is > 0 and var at && Heading.IsType(text[..at]));

    public static (string? Place, DateOnly? Date) PlaceAndDate(string text)
    {
        var day = text.IndexOf("ngày", StringComparison.OrdinalIgnoreCase);
        if (day < 0) return (null, null);
        var place = text[..day].Trim(' ', ',', '.');
        return (place.Length > 0 ? place : null, DateText.First(text, day)?.Date);
    }

    /// <summary>One item each: a name goes on over lines until the next starts with a word for a body.</summary>
    private static List<string> BodiesOf(IEnumerable<string> left)
    {
        var bodies = new List<string>();
        foreach (var text in left)
        {
            if (text.StartsWith("Số hiệu", StringComparison.OrdinalIgnoreCase)) continue;
            if (IsNumbered(text)) break;
            var names = NamesBody(text);
            if (text.Any(char.IsLower) && !names) continue;
            var goesOn = bodies.Count > 0 && Array.Exists(Places, p => text.StartsWith(p, StringComparison.Ordinal)) && !text.Contains(" ỦY ", StringComparison.Ordinal);
            if (bodies.Count == 0 || (names && !goesOn)) bodies.Add(text);
            else bodies[^1] += " " + text;
        }

        return bodies;
    }

    private static bool NamesBody(string text) => UnitNames.IsName(text) || Array.Exists(BodyWords, s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase));
}
