namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>One printed line.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Raw">With its inner spacing, which shows columns.</param>
/// <param name="Text">Trimmed, single spaces.</param>
/// <param name="AfterBlank">A blank line stands before it.</param>
internal sealed record Line(int Number, string Raw, string Text, bool AfterBlank)
{
    /// <summary>True when nothing may follow this line within its sentence.</summary>
    public bool Terminated => Text.Length > 0 && Text[^1] is '.' or ';' or ':' or '!' or '?' or '”' or '/';

    /// <summary>A row of a table: three cells or more that stand apart, the first a number.</summary>
    public bool IsRow { get; } = (char.IsAsciiDigit(Text.FirstOrDefault()) || Text.StartsWith("STT ", StringComparison.Ordinal) || Text.StartsWith("TT ", StringComparison.Ordinal))
        && Raw.Trim().Split("   ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length >= 3;
}

/// <summary>The lines of a document and how they were set.</summary>
/// <param name="Width">Usual length of a full line in characters; 0 when a line is a whole paragraph.</param>
/// <param name="BlanksSeparate">Blank lines stand between paragraphs (not between all lines).</param>
internal sealed record Page(IReadOnlyList<Line> Lines, int Width, bool BlanksSeparate)
{
    /// <summary>Above this usual length a line is taken to be a whole paragraph, not a printed line.</summary>
    private const int WidestPrintedLine = 130;

    /// <param name="paragraphs">The file keeps paragraphs (DOCX), so no line is wrapped.</param>
    public static Page Of(IReadOnlyList<Line> lines, bool paragraphs)
    {
        if (lines.Count == 0) return new Page(lines, 0, BlanksSeparate: false);
        var lengths = lines.Select(l => l.Text.Length).Order().ToArray();
        var longest = lengths[(int)((lengths.Length - 1) * 0.95)];
        var blanks = lines.Count(l => l.AfterBlank);
        return new Page(lines, paragraphs || longest > WidestPrintedLine ? 0 : longest, blanks * 10 < lines.Count * 7);
    }

    /// <summary>A line so long that its sentence may go on in the next.</summary>
    public bool Full(Line line) => Width > 0 && line.Text.Length * 4 >= Width * 3;

    /// <summary>Filled to the margin: the next word would not have fitted.</summary>
    public bool Brimming(Line line) => Width > 0 && line.Text.Length * 10 >= Width * 9;

    /// <summary>True when <paramref name="next"/> (which has no label) begins a new paragraph after <paramref name="line"/>.</summary>
    public bool Breaks(Line line, Line next)
    {
        if (Width == 0) return line.Terminated || !char.IsLower(next.Text[0]);
        if (char.IsLower(next.Text[0])) return false;
        if (BlanksSeparate && next.AfterBlank) return true;
        var space = next.Text.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? next.Text.Length : space;
        return (line.Text.Length + 1 + word) * 20 <= Width * 17;
    }
}
