namespace NhiemSo.Platform.Papers;

public enum PaperAlign
{
    Justify,
    Left,
    Center,
    Right,
}

/// <summary>Levels of the structure of a document (Phụ lục I, ô 6, Nghị định 30/2020/NĐ-CP).</summary>
public enum PaperLevel
{
    /// <summary>"I. TIÊU ĐỀ", Roman, capitals, bold.</summary>
    Section,

    /// <summary>"Điều 1. Tiêu đề", bold, counted through the document.</summary>
    Article,

    /// <summary>"1." within its Điều.</summary>
    Clause,

    /// <summary>"a)" within its khoản, in the order of the Vietnamese alphabet.</summary>
    Point,
}

/// <summary>A piece of the body.</summary>
public abstract record PaperBlock;

public sealed record PaperParagraph(PaperText Text, PaperAlign Align = PaperAlign.Justify, bool Indent = true) : PaperBlock;

/// <summary>A numbered piece; its number comes from its place, see <see cref="PaperNumbering"/>.</summary>
public sealed record Numbered(PaperLevel Level, PaperText Text) : PaperBlock;

/// <summary>"Nhãn: giá trị". A null value prints a dotted line to write on.</summary>
public sealed record LabelValue(string Label, PaperText? Value) : PaperBlock;

/// <param name="Columns">Left to right; widths are shares of the whole.</param>
/// <param name="Rows">Cells in the order of the columns.</param>
public sealed record PaperTable(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<PaperText>> Rows) : PaperBlock;

public sealed record PaperColumn(string Title, double Share, PaperAlign Align = PaperAlign.Left);

/// <param name="Points">Empty height in points.</param>
public sealed record Spacer(double Points) : PaperBlock;
