using NhiemSo.Mandate.Reading.Lines;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>Reads the head: the letterhead, then type, title and who decides.</summary>
internal sealed class HeaderReader(IReadOnlyList<Line> head)
{
    private static readonly string[] Authorities = ["ỦY BAN ", "UỶ BAN ", "CHÍNH PHỦ", "HỘI ĐỒNG", Standing];

    /// <summary>Decides for the body named after it.</summary>
    private const string Standing = "BAN THƯỜNG VỤ ";

    /// <summary>"SỞ" or "BAN" after a title names no body.</summary>
    private const int ShortestName = 8;

    private string? issuer;

    public Header Read()
    {
        var typeAt = TypeAt();
        var letterhead = Letterhead.Read([.. head.Take(typeAt < 0 ? BasesAt() : typeAt)]);
        var bodies = Whole(letterhead.Bodies, typeAt);
        issuer = bodies.Count > 0 ? bodies[^1] : FromAuthority(typeAt);
        var (number, place, date) = (letterhead.Number, letterhead.Place, letterhead.Date);
        if (NumberedAt(typeAt) is > 0 and var below)
        {
            // Older gazettes print number and day below the heading: "QUYẾT ĐỊNH CỦA ... / SỐ 161/2003/QĐ-TTg NGÀY 04 THÁNG 8 NĂM 2003".
            number ??= Letterhead.NumberOf(head[below].Text);
            date ??= DateText.First(head[below].Text)?.Date;
        }

        return new Header(
            typeAt < 0 ? null : Heading.TypeAbove(head[typeAt].Text), bodies.Count > 1 ? bodies[^2] : null, issuer, number, date, place, Title(typeAt), null, null);
    }

    /// <summary>Who decides is called by the body's whole name below the title: that tells names over two lines together and two bodies apart.</summary>
    private IReadOnlyList<string> Whole(IReadOnlyList<string> bodies, int typeAt)
    {
        if (typeAt < 0 || FromAuthority(typeAt) is not { Length: > ShortestName } body) return bodies;
        for (var count = 1; count <= Math.Min(2, bodies.Count); count++)
        {
            var last = string.Join(' ', bodies.TakeLast(count));
            if (last.Equals(body, StringComparison.OrdinalIgnoreCase)) return [.. bodies.SkipLast(count), last];
            if (count == 1 && last.EndsWith(' ' + body, StringComparison.OrdinalIgnoreCase)) return [.. bodies.SkipLast(1), last[..^(body.Length + 1)], last[^body.Length..]];
        }

        return bodies;
    }

    private int TypeAt()
    {
        for (var i = 0; i < head.Count; i++)
        {
            if (Heading.TypeAbove(head[i].Text) is not null) return i;
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

    private int NumberedAt(int typeAt)
    {
        for (var i = typeAt + 1; typeAt >= 0 && i < head.Count && i <= typeAt + 2; i++)
        {
            if (Letterhead.NumberOf(head[i].Text) is not null && !Heading.NamesDocument(head[i].Text)) return i;
        }

        return -1;
    }

    private string? Title(int typeAt)
    {
        if (typeAt < 0) return null;
        var title = new List<string>();
        if (Heading.TitleBeside(head[typeAt].Text) is { } beside) title.Add(beside);
        var numbered = NumberedAt(typeAt);
        for (var i = typeAt + 1; i < head.Count; i++)
        {
            var text = head[i].Text;
            if (i == numbered || (i == typeAt + 1 && text.StartsWith("CỦA ", StringComparison.Ordinal))) continue; // "NGHỊ ĐỊNH / CỦA CHÍNH PHỦ"
            if (text.StartsWith('(') || IsAuthority(text) || Heading.IsType(text) || (title.Count > 0 && Heading.NamesDocument(text))) break;
            if (Bases.Opens(text))
            {
                if (title.Count > 1 && IsWhoDecides(title[^1])) title.RemoveAt(title.Count - 1);
                break;
            }

            title.Add(text);
        }

        var joined = string.Join(' ', title);
        if (joined.Length > 2 && joined[0] is '"' or '“' && joined[^1] is '"' or '”') joined = joined[1..^1];
        return joined.Length > 0 ? joined : null;
    }

    /// <summary>The line in capitals that names who decides, below the title.</summary>
    private bool IsAuthority(string text) =>
        !text.Any(char.IsLower) && (Posts.Length(text) > 0 || Array.Exists(Authorities, a => text.StartsWith(a, StringComparison.Ordinal)) || text.Equals(issuer, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same in small letters, where nothing but its place just above the bases tells it from the title.</summary>
    private bool IsWhoDecides(string text) =>
        !text.Contains(',', StringComparison.Ordinal) && (Posts.Length(text) > 0 || text.Equals(issuer, StringComparison.OrdinalIgnoreCase) || (text.Length > ShortestName && issuer?.StartsWith(text + ' ', StringComparison.OrdinalIgnoreCase) == true));

    private int AuthorityAt(int from)
    {
        for (var i = from; i < head.Count; i++)
        {
            if (Bases.Opens(head[i].Text)) return -1;
            if (IsAuthority(head[i].Text)) return i;
        }

        return -1;
    }

    /// <summary>Without a head: "GIÁM ĐỐC SỞ X" names the body after the person's title.</summary>
    private string? FromAuthority(int typeAt)
    {
        var at = AuthorityAt(typeAt + 1);
        if (at < 0) return null;
        var text = head[at].Text.TrimEnd(',', ':');
        for (var i = at + 1; i < head.Count && !head[i].Text.Any(char.IsLower) && !Heading.IsType(head[i].Text); i++) text += " " + head[i].Text.TrimEnd(',', ':');
        if (text.StartsWith("THỦ TƯỚNG", StringComparison.Ordinal)) return text;
        if (text.StartsWith(Standing, StringComparison.Ordinal)) return text[Standing.Length..];
        var post = Posts.Length(text);
        var (person, body) = (text[..post], text[post..].Trim());

        // "CHÁNH VĂN PHÒNG UBND TỈNH X" heads the "VĂN PHÒNG UBND TỈNH X"; "TRƯỞNG BAN BAN QUẢN LÝ" says both.
        if (person is "CHÁNH VĂN PHÒNG" or "CHÁNH THANH TRA" or "TRƯỞNG BAN" or "TRƯỞNG PHÒNG" && !UnitNames.IsName(body)) body = text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return body.Length > 0 ? body : null;
    }
}
