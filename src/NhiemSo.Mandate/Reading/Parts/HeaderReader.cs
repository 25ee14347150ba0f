using NhiemSo.Mandate.Reading.Lines;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>Reads the head: bodies on the left, national motto on the right, number, place and date, type and title.</summary>
internal sealed class HeaderReader(IReadOnlyList<Line> head)
{
    private static readonly string[] Mottos = ["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Độc lập"];

    private static readonly string[] PersonTitles =
    [
        "PHÓ GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "GIÁM ĐỐC", "PHÓ CHỦ TỊCH", "CHỦ TỊCH", "BỘ TRƯỞNG, CHỦ NHIỆM", "BỘ TRƯỞNG", "TỔNG CỤC TRƯỞNG", "CHI CỤC TRƯỞNG", "CỤC TRƯỞNG", "VỤ TRƯỞNG",
        "CHÁNH VĂN PHÒNG", "CHÁNH THANH TRA", "TỔNG THANH TRA", "TRƯỞNG BAN", "TRƯỞNG PHÒNG", "HIỆU TRƯỞNG", "VIỆN TRƯỞNG", "THỐNG ĐỐC",
    ];

    public Header Read()
    {
        var typeAt = TypeAt();
        var above = head.Take(typeAt < 0 ? BasesAt() : typeAt).ToArray();
        var (left, right) = Columns(above);
        var number = left.Concat(right).Select(NumberOf).FirstOrDefault(n => n is not null);
        var days = right.Concat(left).Select(PlaceAndDate).ToList();
        var (place, date) = days.Find(p => p.Date is not null) is { Date: not null } whole ? whole : days.Find(p => p.Place is not null); // a draft leaves the day blank
        var bodies = Bodies(left);
        var issuer = bodies.LastOrDefault() ?? FromAuthority(typeAt);
        return new Header(
            typeAt < 0 ? null : Heading.TypeOf(head[typeAt].Text), bodies.Count > 1 ? bodies[^2] : null, issuer, number, date, place, Title(typeAt), null, null);
    }

    private int TypeAt()
    {
        for (var i = 0; i < head.Count; i++)
        {
            if (Heading.IsType(head[i].Text)) return i;
            if (Bases.Opens(head[i].Text)) return -1;
        }

        return -1;
    }

    private int BasesAt()
    {
        for (var i = 0; i < head.Count; i++)
        {
            if (Bases.Opens(head[i].Text)) return i;
        }

        return head.Count;
    }

    /// <summary>The lines of two columns, told apart by two spaces or by the words that always stand on the right.</summary>
    private static (List<string> Left, List<string> Right) Columns(IReadOnlyList<Line> lines)
    {
        var left = new List<string>();
        var right = new List<string>();
        foreach (var cell in lines.SelectMany(l => l.Raw.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var text = cell.Trim('-', '_', '*', ' ');
            var motto = Array.FindIndex(Mottos, m => text.Contains(m, StringComparison.OrdinalIgnoreCase));
            var date = DateAt(text);
            var cut = motto >= 0 ? text.IndexOf(Mottos[motto], StringComparison.OrdinalIgnoreCase) : date;
            if (cut < 0)
            {
                if (text.Length > 0) left.Add(text);
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
        if (!text.StartsWith("Số", StringComparison.OrdinalIgnoreCase)) return 0;
        return DocumentNumber.First(text) is { } number && number.End < day ? number.End : -1;
    }

    private static string? NumberOf(string text)
    {
        if (!text.StartsWith("Số", StringComparison.OrdinalIgnoreCase)) return null;
        return DocumentNumber.First(text)?.Number;
    }

    private static (string? Place, DateOnly? Date) PlaceAndDate(string text)
    {
        var day = text.IndexOf("ngày", StringComparison.OrdinalIgnoreCase);
        if (day < 0) return (null, null);
        var place = text[..day].Trim(' ', ',', '.');
        return (place.Length > 0 ? place : null, DateText.First(text, day)?.Date);
    }

    /// <summary>The bodies, one item each: a name goes on over lines until the next starts with a word for a body.</summary>
    private static List<string> Bodies(IEnumerable<string> left)
    {
        var bodies = new List<string>();
        foreach (var text in left)
        {
            if (text.StartsWith("Số", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("SỞ", StringComparison.OrdinalIgnoreCase)) break;
            if (text.Any(char.IsLower) && !UnitStarts(text)) continue;
            var goesOn = bodies.Count > 0 && (text.StartsWith("TỈNH ", StringComparison.Ordinal) || text.StartsWith("THÀNH PHỐ ", StringComparison.Ordinal) || text.StartsWith("HUYỆN ", StringComparison.Ordinal));
            if (bodies.Count == 0 || (UnitStarts(text) && !goesOn)) bodies.Add(text);
            else bodies[^1] += " " + text;
        }

        return bodies;
    }

    private static bool UnitStarts(string text) => UnitNames.IsName(text) || Array.Exists(
        ["UBND", "ỦY BAN", "UỶ BAN", "BỘ ", "CHÍNH PHỦ", "THỦ TƯỚNG", "TỈNH ", "THÀNH PHỐ", "NGÂN HÀNG", "KIỂM TOÁN", "BẢO HIỂM", "ĐÀI ", "TỔNG "], s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>The line in capitals that names who decides, below the title.</summary>
    private int AuthorityAt(int from)
    {
        for (var i = from; i < head.Count; i++)
        {
            if (Bases.Opens(head[i].Text)) return -1;
            if (IsAuthority(head[i].Text)) return i;
        }

        return -1;
    }

    private static bool IsAuthority(string text) =>
        !text.Any(char.IsLower) && (Array.Exists(PersonTitles, t => text.StartsWith(t, StringComparison.Ordinal)) || text.StartsWith("ỦY BAN NHÂN DÂN", StringComparison.Ordinal)
        || text.StartsWith("UỶ BAN NHÂN DÂN", StringComparison.Ordinal) || text.StartsWith("THỦ TƯỚNG", StringComparison.Ordinal) || text.StartsWith("CHÍNH PHỦ", StringComparison.Ordinal) || text.StartsWith("HỘI ĐỒNG", StringComparison.Ordinal));

    /// <summary>Without a head: "GIÁM ĐỐC SỞ X" names the body after the person's title.</summary>
    private string? FromAuthority(int typeAt)
    {
        var at = AuthorityAt(typeAt + 1);
        if (at < 0) return null;
        var text = head[at].Text.TrimEnd(',', ':');
        for (var i = at + 1; i < head.Count && !head[i].Text.Any(char.IsLower) && !Heading.IsType(head[i].Text); i++) text += " " + head[i].Text.TrimEnd(',', ':');
        var person = Array.Find(PersonTitles, t => text.StartsWith(t, StringComparison.Ordinal));
        var body = person is null ? text : text[person.Length..].Trim();

        // "CHÁNH VĂN PHÒNG UBND TỈNH X" heads the "VĂN PHÒNG UBND TỈNH X"; "TRƯỞNG BAN BAN QUẢN LÝ" says both.
        if (person is "CHÁNH VĂN PHÒNG" or "CHÁNH THANH TRA" or "TRƯỞNG BAN" or "TRƯỞNG PHÒNG" && !UnitNames.IsName(body)) body = text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return body.Length > 0 ? body : null;
    }

    private string? Title(int typeAt)
    {
        if (typeAt < 0) return null;
        var title = new List<string>();
        for (var i = typeAt + 1; i < head.Count; i++)
        {
            var text = head[i].Text;
            if (text.StartsWith('(') || IsAuthority(text)) break;
            if (Bases.Opens(text) || Heading.IsType(text)) break;
            title.Add(text);
        }

        var joined = string.Join(' ', title);
        if (joined.Length > 2 && joined[0] is '"' or '“' && joined[^1] is '"' or '”') joined = joined[1..^1];
        return joined.Length > 0 ? joined : null;
    }
}
