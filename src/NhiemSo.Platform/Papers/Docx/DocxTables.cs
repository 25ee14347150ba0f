using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NhiemSo.Platform.Papers.Docx;

/// <summary>Tables of WordprocessingML: the borderless pair of columns for head and closing, and ruled tables of the body.</summary>
internal static class DocxTables
{
    /// <summary>Rows of two cells without borders; widths in points.</summary>
    public static Table Columns(double left, double right, params (IEnumerable<OpenXmlElement> Left, IEnumerable<OpenXmlElement> Right)[] rows)
    {
        var table = new Table(
            Properties(left + right, new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(Column(left), Column(right)));
        foreach (var row in rows)
            table.Append(new TableRow(new TableRowProperties(new CantSplit()), Cell(left, row.Left), Cell(right, row.Right)));
        return table;
    }

    public static Table Ruled(PaperTable table, PaperLayout layout)
    {
        var whole = table.Columns.Sum(column => column.Share);
        var widths = table.Columns.Select(column => column.Share / whole * layout.Measure).ToList();
        var written = new Table(
            Properties(layout.Measure, Borders()),
            new TableGrid(widths.Select(Column)),
            new TableRow([
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. table.Columns.Select((column, i) => Cell(widths[i], [DocxText.Centred(PaperText.Bold(column.Title), layout.TableSize, keepNext: true)], middle: true)),
            ]));
        foreach (var row in table.Rows)
            written.Append(new TableRow([
                new TableRowProperties(new CantSplit()),
                .. row.Select((cell, i) => Cell(widths[i], [DocxText.Paragraph(cell, layout.TableSize, table.Columns[i].Align)])),
            ]));
        return written;
    }

    private static TableProperties Properties(double width, OpenXmlElement special)
    {
        var properties = new TableProperties
        {
            TableWidth = new TableWidth { Width = DocxText.Twips(width), Type = TableWidthUnitValues.Dxa },
            TableIndentation = new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
            TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
        };
        if (special is TableBorders borders) properties.TableBorders = borders;
        else properties.TableCellMarginDefault = (TableCellMarginDefault)special;
        return properties;
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 },
        new LeftBorder { Val = BorderValues.Single, Size = 4 },
        new BottomBorder { Val = BorderValues.Single, Size = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 4 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    private static GridColumn Column(double width) => new() { Width = DocxText.Twips(width) };

    private static TableCell Cell(double width, IEnumerable<OpenXmlElement> content, bool middle = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = DocxText.Twips(width), Type = TableWidthUnitValues.Dxa });
        if (middle) properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var inside = content.ToList();
        return new TableCell([properties, .. inside.Count > 0 ? inside : [new Paragraph()]]);
    }
}
