using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Tree;

/// <summary>The branches that may still take a line: the last one and all above it. Says where a label belongs among them.</summary>
internal sealed class OpenBranches
{
    public OpenBranches() => Current = Trunk;

    public Branch Trunk { get; } = new(new Token(Style.Root, "", 0, ' ', 0), null, 0);

    public Branch Current { get; private set; }

    public int LastArticle { get; private set; }

    /// <summary>Branches looked at so far.</summary>
    public long Steps { get; private set; }

    public void Enter(Branch branch)
    {
        if (branch.Token.Style == Style.Article) LastArticle = branch.Token.Ordinal;
        Current = branch;
    }

    public bool IsNextArticle(in Token token) => token.Ordinal == LastArticle + 1 || (token.Ordinal == LastArticle && char.IsLetter(token.Label[^1]));

    /// <summary>The open branch that this label follows in its list.</summary>
    public Branch? FindSibling(in Token token)
    {
        Branch? otherMark = null;
        for (var b = Current; b.Parent is not null; b = b.Parent)
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
    public bool FitsParent(in Token token) => token.Style switch
    {
        Style.Article => IsNextArticle(token),
        Style.Decimal => DecimalParent(token) is { } parent && (parent.Children.FindLast(c => c.Token.Style == Style.Decimal)?.Token.Ordinal ?? 0) + 1 == token.Ordinal,
        _ => false,
    };

    public Branch? DecimalParent(in Token token)
    {
        var prefix = token.Label[..token.Label.LastIndexOf('.')];
        for (var b = Current; b.Parent is not null; b = b.Parent)
        {
            Steps++;
            if (b.Token.Style is Style.Clause or Style.Decimal or Style.Roman or Style.Article && b.Token.Label == prefix) return b;
        }

        return null;
    }

    public Branch FindParent(in Token token)
    {
        if (token.Style == Style.Decimal && DecimalParent(token) is { } number) return number;
        if (RestartsBelow(token) is { } below) return below;
        if (token is { Style: Style.Division, Ordinal: 1 } && Current is { Token.Style: Style.Article, EndsWithColon: true }) return Current; // "Điều 1. ... như sau:" above "Phần thứ nhất"
        for (var b = Current; b.Parent is not null; b = b.Parent)
        {
            Steps++;
            if (MayHold(b, token)) return b;
        }

        return Trunk;
    }

    /// <summary>A list that begins anew while one of its kind is open ("1." below "a)" of another "1.") belongs to the innermost open provision.</summary>
    private Branch? RestartsBelow(in Token token)
    {
        if (token.Style is not (Style.Clause or Style.Point or Style.Roman or Style.Letter) || token.Ordinal != 1) return null;
        var sameStyle = false;
        for (var b = Current; b.Parent is not null && b.Token.Style != Style.Article; b = b.Parent)
        {
            Steps++;
            sameStyle |= b.Token.Style == token.Style;
        }

        var inner = Current;
        while (inner.Token.Style is Style.Dash or Style.Plus && inner.Parent is not null && !inner.EndsWithColon) inner = inner.Parent;
        if (inner.EndsWithColon && (token.Style == Style.Point ? inner.Token.Style == Style.Dash : token.Style == Style.Clause && inner.Token.Style == Style.Point)) return inner;
        if (token.Style == Style.Clause && Headed(Current) is { } headed) return headed;
        return sameStyle ? inner : null;
    }

    /// <summary>The dash that heads a list of clauses: "* Nhiệm vụ:" above "1.", "2.".</summary>
    private static Branch? Headed(Branch current)
    {
        var dash = current;
        while (dash.Token.Style is Style.Dash or Style.Plus && dash.Parent is { Token.Style: Style.Dash or Style.Plus } above) dash = above;
        return dash.Token.Style is Style.Dash && dash.Paragraphs is [[.., ':'], ..] ? dash : null;
    }

    private static bool MayHold(Branch b, in Token token) => token.Style switch
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
}
