using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Mandate.Reading.Parts;
using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Tree;

/// <summary>Hangs labelled lines under one another. Each line climbs the open branches at most a few times, so time grows with the length.</summary>
internal sealed class TreeBuilder(Page page, List<Warning> warnings)
{
    private readonly OpenBranches open = new();
    private readonly Quotation quotation = new();

    /// <summary>Branches looked at so far; shows in tests that the work is linear.</summary>
    public long Steps => open.Steps;

    public Branch Build(IReadOnlyList<Line> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var token = quotation.Covers(lines, i) || line.IsRow ? null : Meant(Tokenizer.Read(line.Text), lines, i);
            if (token is null) AppendText(line, goesOn: false);
            else if (IsNamesOtherHalf(token.Value, lines, i)) AppendText(line, goesOn: true);
            else if (!Place(token.Value, line)) AppendText(line, goesOn: open.Current.LastLine is { Terminated: false }); // the wrapped end of a reference
        }

        return open.Trunk;
    }

    private Token? Meant(Token? token, IReadOnlyList<Line> lines, int at) => token switch
    {
        { Style: Style.Point, Label: "l" } t when open.FindSibling(t) is null && Lookahead.IsOne(lines, at, t) => One(t, lines[at]),
        { Style: Style.Dash } t when open.Current is { EndsWithColon: false, Token: { Style: Style.Dash } above } && above.Mark != t.Mark && !Lookahead.GoesOn(lines, at, t) => t with { Mark = above.Mark },
        { Style: Style.Clause, Mark: ' ' } t when !Lookahead.HasDecimals(lines, at, t) => null,
        { Style: Style.Point, Label: "i" } t when Lookahead.IsRoman(lines, at) => t with { Ordinal = 1, Mark = 'i' },
        _ => token,
    };

    /// <summary>"1. Phòng Công nghệ thông tin / - Viễn thông / 1.1. Cơ cấu tổ chức": a name broken at its dash, not an item above the numbers.</summary>
    private bool IsNamesOtherHalf(in Token token, IReadOnlyList<Line> lines, int at) =>
        token.Style == Style.Dash && open.Current is { Token.Style: Style.Clause or Style.Decimal, Children.Count: 0, LastLine.Terminated: false, Paragraphs: [var name] } && UnitNames.IsName(name)
        && !lines[at].Terminated && Lookahead.HasDecimals(lines, at, open.Current.Token);

    private Token One(in Token letter, Line line)
    {
        warnings.Add(new Warning(line.Number, "Số \"1\" in thành chữ \"l\"."));
        return letter with { Style = Style.Clause, Label = "1", Ordinal = 1 };
    }

    private void AppendText(Line line, bool goesOn)
    {
        var breaks = open.Current.LastLine is { } last && open.Current.HasText && (line.IsRow || !goesOn) && (line.IsRow || (!Continuation.GoesOn(page, last, line, Said(last)) && page.Breaks(last, line)));
        open.Current.Append(line.Text, line, breaks);
    }

    /// <summary>The last line without the label of its provision.</summary>
    private string Said(Line last) => last.Number == open.Current.Line ? last.Text[Math.Min(open.Current.Token.Rest, last.Text.Length)..] : last.Text;

    private bool Place(in Token token, Line line)
    {
        var sibling = open.FindSibling(token);
        var first = sibling is null && token.Ordinal <= 1;
        var fits = sibling is not null || first || open.FitsParent(token);
        if (open.Current.LastLine is { } previous && !IsHeadline(open.Current) && Continuation.Continues(page, previous, line, token, fits)) return false;
        if (token.Style == Style.Article && !IsArticle(token, line)) return false;
        if (token.Style is Style.Chapter or Style.Section or Style.Division && (!IsContainer(token, line, fits) || (token.Misprinted && !fits))) return false;

        var parent = sibling?.Parent ?? open.FindParent(token);
        if (parent.Depth > 16) return false;
        if (!fits && token.Style != Style.Article)
        {
            if (token.Mark == ' ' && token.Style is Style.Clause or Style.Decimal) return false;
            if (!Settled() || token.Style == Style.Letter || (token.Style == Style.Decimal && open.DecimalParent(token) is null)) return false;
            warnings.Add(new Warning(line.Number, $"Số thứ tự \"{token.Label}\" không nối tiếp mục đứng trước."));
        }

        var branch = new Branch(token.Style is Style.Dash or Style.Plus ? token with { Ordinal = NextDash(parent), Label = NextDash(parent).ToString() } : token, parent, line.Number);
        parent.Children.Add(branch);
        branch.Append(line.Text[Math.Min(token.Rest, line.Text.Length)..], line, newParagraph: false);
        open.Enter(branch);
        return true;
    }

    /// <summary>"Điều 25 Luật Bưu chính" at the start of a line is a reference; a heading has a mark, ends the line or stands in its order.</summary>
    private bool IsArticle(in Token token, Line line)
    {
        var next = open.IsNextArticle(token);
        if (token.Misprinted && !next) return false;
        var bare = token.Rest >= line.Text.Length;
        var marked = bare || token.Mark is '.' or ':' or '-' or '–' or '/' or ')';
        if (next) return marked || (!char.IsLower(line.Text[token.Rest]) && Settled());
        if (!marked || !Settled()) return false;
        warnings.Add(new Warning(line.Number, $"Điều {token.Label} không nối tiếp Điều {open.LastArticle}."));
        return true;
    }

    private bool IsContainer(in Token token, Line line, bool fits) =>
        Settled() && ((fits && token.Rest < line.Text.Length && char.IsUpper(line.Text[token.Rest])) || token.Rest >= line.Text.Length || token.Mark is '.' or ':' or '-' or '–' || IsCapital(line.Text[token.Rest..]));

    private bool Settled() => open.Current.LastLine is not { } last || last.Terminated || !page.Full(last) || IsHeadline(open.Current);

    private static bool IsCapital(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    private static bool IsHeadline(Branch b) => b.Token.Style is Style.Chapter or Style.Section or Style.Division;

    private static int NextDash(Branch parent) => (parent.Children.FindLast(c => c.Token.Style is Style.Dash or Style.Plus)?.Token.Ordinal ?? 0) + 1;
}
