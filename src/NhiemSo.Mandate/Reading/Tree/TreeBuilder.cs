using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Tree;

/// <summary>Hangs labelled lines under one another. Each line climbs the open branches at most a few times, so time grows with the length.</summary>
internal sealed class TreeBuilder(Page page, List<Warning> warnings)
{
    private readonly Branch trunk = new(new Token(Style.Root, "", 0, ' ', 0), null, 0);
    private readonly Quotation quotation = new();
    private Branch current = null!;
    private int lastArticle;

    /// <summary>Branches looked at so far; shows in tests that the work is linear.</summary>
    public long Steps { get; private set; }

    public Branch Build(IReadOnlyList<Line> lines)
    {
        current = trunk;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var token = quotation.Covers(lines, i) || line.IsRow ? null : Meant(Tokenizer.Read(line.Text), lines, i);
            if (token is null) AppendText(line, goesOn: false);
            else if (!Place(token.Value, line)) AppendText(line, goesOn: current.LastLine is { Terminated: false }); // the wrapped end of a reference
        }

        return trunk;
    }

    private static Token? Meant(Token? token, IReadOnlyList<Line> lines, int at) => token switch
    {
        { Style: Style.Clause, Mark: ' ' } t when !Lookahead.HasDecimals(lines, at, t) => null,
        { Style: Style.Point, Label: "i" } t when Lookahead.IsRoman(lines, at) => t with { Ordinal = 1, Mark = 'i' },
        _ => token,
    };

    private void AppendText(Line line, bool goesOn)
    {
        var breaks = current.LastLine is { } last && current.HasText && (line.IsRow || !goesOn) && (line.IsRow || (!Continuation.GoesOn(page, last, line, Said(last)) && page.Breaks(last, line)));
        current.Append(line.Text, line, breaks);
    }

    /// <summary>The last line without the label of its provision.</summary>
    private string Said(Line last) => last.Number == current.Line ? last.Text[Math.Min(current.Token.Rest, last.Text.Length)..] : last.Text;

    private bool Place(in Token token, Line line)
    {
        var sibling = FindSibling(token);
        var first = sibling is null && token.Ordinal <= 1;
        var fits = sibling is not null || first || FitsParent(token);
        if (current.LastLine is { } previous && !IsHeadline(current) && Continuation.Continues(page, previous, line, token, fits)) return false;
        if (token.Style == Style.Article && !IsArticle(token, line)) return false;
        if (token.Style is Style.Chapter or Style.Section or Style.Division && !IsContainer(token, line, fits)) return false;

        var parent = sibling?.Parent ?? FindParent(token);
        if (parent.Depth > 16) return false;
        if (!fits && token.Style != Style.Article)
        {
            if (token.Mark == ' ' && token.Style is Style.Clause or Style.Decimal) return false;
            if (!Settled() || token.Style == Style.Letter || (token.Style == Style.Decimal && DecimalParent(token) is null)) return false;
            warnings.Add(new Warning(line.Number, $"Số thứ tự \"{token.Label}\" không nối tiếp mục đứng trước."));
        }

        var branch = new Branch(token.Style is Style.Dash or Style.Plus ? token with { Ordinal = NextDash(parent), Label = NextDash(parent).ToString() } : token, parent, line.Number);
        parent.Children.Add(branch);
        branch.Append(line.Text[Math.Min(token.Rest, line.Text.Length)..], line, newParagraph: false);
        if (token.Style == Style.Article) lastArticle = token.Ordinal;
        current = branch;
        return true;
    }

    /// <summary>The open branch that this label follows in its list.</summary>
    private Branch? FindSibling(in Token token)
    {
        Branch? otherMark = null;
        for (var b = current; b.Parent is not null; b = b.Parent)
        {
            Steps++;
            if (b.Token.Style != token.Style || !Follows(b.Token, token)) continue;
            if (b.Token.Mark == token.Mark || token.Style < Style.Clause) return b;
            if (token.Ordinal > 1) otherMark ??= b;
        }

        return otherMark;
    }

    private static bool Follows(in Token before, in Token token) => token.Style switch
    {
        Style.Point when Ordinals.SmallRomanFollows(before.Label, token.Label) => true,
        Style.Point when before.Label.Length == 1 && token.Label.Length == 1 => before.Mark != 'i' && token.Mark != 'i' && Ordinals.LetterFollows(before.Ordinal, token.Ordinal),
        Style.Point => before.Label[0] == token.Label[0] && before.Label.Length > 1 && token.Ordinal == before.Ordinal + 1,
        Style.Dash or Style.Plus => true,
        Style.Decimal => token.Ordinal == before.Ordinal + 1 && before.Label.LastIndexOf('.') is var dot && token.Label.StartsWith(before.Label[..(dot + 1)], StringComparison.Ordinal) && token.Label.LastIndexOf('.') == dot,
        _ => token.Ordinal == before.Ordinal + 1 || (token.Style is Style.Clause or Style.Article && token.Ordinal == before.Ordinal && char.IsLetter(token.Label[^1])), // "3a" after "3"
    };

    /// <summary>A decimal fits under the number it extends; an article fits after the last one even across chapters.</summary>
    private bool FitsParent(in Token token) => token.Style switch
    {
        Style.Article => IsNextArticle(token),
        Style.Decimal => DecimalParent(token) is { } parent && (parent.Children.FindLast(c => c.Token.Style == Style.Decimal)?.Token.Ordinal ?? 0) + 1 == token.Ordinal,
        _ => false,
    };

    private Branch? DecimalParent(in Token token)
    {
        var prefix = token.Label[..token.Label.LastIndexOf('.')];
        for (var b = current; b.Parent is not null; b = b.Parent)
        {
            Steps++;
            if (b.Token.Style is Style.Clause or Style.Decimal or Style.Roman or Style.Article && b.Token.Label == prefix) return b;
        }

        return null;
    }

    private Branch FindParent(in Token token)
    {
        if (token.Style == Style.Decimal && DecimalParent(token) is { } number) return number;
        if (RestartsBelow(token) is { } below) return below;
        for (var b = current; b.Parent is not null; b = b.Parent)
        {
            Steps++;
            if (MayHold(b, token)) return b;
        }

        return trunk;
    }

    /// <summary>A list that begins anew while one of its kind is open ("1." below "a)" of another "1.") belongs to the innermost open provision.</summary>
    private Branch? RestartsBelow(in Token token)
    {
        if (token.Style is not (Style.Clause or Style.Point or Style.Roman or Style.Letter) || token.Ordinal != 1) return null;
        var sameStyle = false;
        for (var b = current; b.Parent is not null && b.Token.Style != Style.Article; b = b.Parent)
        {
            Steps++;
            sameStyle |= b.Token.Style == token.Style;
        }

        var inner = current;
        while (inner.Token.Style is Style.Dash or Style.Plus && inner.Parent is not null && !inner.EndsWithColon) inner = inner.Parent;
        if (token.Style == Style.Point && inner.Token.Style is Style.Dash && inner.EndsWithColon) return inner;
        return sameStyle ? inner : null;
    }

    private bool MayHold(Branch b, in Token token) => token.Style switch
    {
        Style.Dash => b.Token.Style is not Style.Dash || b.Token.Mark != token.Mark,
        Style.Plus => true,
        Style.Roman => b.Token.Style < Style.Roman || (b.Token.Style == Style.Letter && !Within(b, Style.Roman)),
        Style.Article => b.Token.Style is Style.Division or Style.Chapter or Style.Section || (b.Token.Style is Style.Roman or Style.Letter && !Within(b, Style.Article)),
        _ => b.Token.Style < token.Style,
    };

    private static bool Within(Branch b, Style style)
    {
        for (var up = b; up is not null; up = up.Parent)
        {
            if (up.Token.Style == style) return true;
        }

        return false;
    }

    /// <summary>"Điều 25 Luật Bưu chính" at the start of a line is a reference; a heading has a mark, ends the line or stands in its order.</summary>
    private bool IsArticle(in Token token, Line line)
    {
        var next = IsNextArticle(token);
        var bare = token.Rest >= line.Text.Length;
        var marked = bare || token.Mark is '.' or ':' or '-' or '–' or '/' or ')';
        if (next) return marked || (!char.IsLower(line.Text[token.Rest]) && Settled());
        if (!marked || !Settled()) return false;
        warnings.Add(new Warning(line.Number, $"Điều {token.Label} không nối tiếp Điều {lastArticle}."));
        return true;
    }

    private bool IsNextArticle(in Token token) => token.Ordinal == lastArticle + 1 || (token.Ordinal == lastArticle && char.IsLetter(token.Label[^1]));

    private bool IsContainer(in Token token, Line line, bool fits) =>
        Settled() && ((fits && token.Rest < line.Text.Length && char.IsUpper(line.Text[token.Rest])) || token.Rest >= line.Text.Length || token.Mark is '.' or ':' or '-' or '–' || IsCapital(line.Text[token.Rest..]));

    private bool Settled() => current.LastLine is not { } last || last.Terminated || !page.Full(last) || IsHeadline(current);

    private static bool IsCapital(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    private static bool IsHeadline(Branch b) => b.Token.Style is Style.Chapter or Style.Section or Style.Division;

    private static int NextDash(Branch parent) => (parent.Children.FindLast(c => c.Token.Style is Style.Dash or Style.Plus)?.Token.Ordinal ?? 0) + 1;
}
