using System.Globalization;
using System.Text;
using System.Xml;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Sheets;

/// <summary>
/// The one worksheet, row by row. Texts are inline strings, never formulas; one that a spreadsheet would take for a formula once somebody
/// edits its cell carries the mark of quoted text (quotePrefix), so that it stays what it is.
/// </summary>
internal sealed class SheetXml(XmlWriter xml)
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Most characters of a cell (ECMA-376, part 1, 18.18.55 as applications hold it).</summary>
    private const int MostCharacters = 32_767;

    // Places in SheetParts.Styles.
    private const int Plain = 0, Head = 1, Day = 2, Quoted = 3, Title = 4;

    private static readonly DateOnly First = new(1899, 12, 30);

    private int row;

    public async Task WriteAsync(Sheet sheet, CancellationToken ct)
    {
        await xml.WriteStartDocumentAsync(standalone: true);
        Start("worksheet");
        var head = sheet.Above.Count == 0 ? 1 : sheet.Above.Count + 2;
        xml.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""");
        xml.WriteRaw($"""<sheetViews><sheetView workbookViewId="0"><pane ySplit="{head}" topLeftCell="A{head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        Start("cols");
        for (var i = 0; i < sheet.Columns.Count; i++) xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{sheet.Columns[i].Width}" customWidth="1"/>"""));
        xml.WriteEndElement();
        Start("sheetData");
        foreach (var line in sheet.Above) Row([line], Title);
        if (sheet.Above.Count > 0) Row([], Plain);
        Row([.. sheet.Columns.Select(c => c.Title)], Head);
        await foreach (var cells in sheet.Rows.WithCancellation(ct))
        {
            Row(cells, Plain);
            if (row % 500 == 0) await xml.FlushAsync();
        }

        xml.WriteEndElement();
        xml.WriteRaw("""<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>""");
        xml.WriteEndElement();
        await xml.WriteEndDocumentAsync();
        await xml.FlushAsync();
    }

    private void Start(string name) => xml.WriteStartElement(name, Namespace);

    private void Row(IReadOnlyList<object?> cells, int style)
    {
        Start("row");
        xml.WriteAttributeString("r", (++row).ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < cells.Count; i++) Cell(cells[i], $"{Letters(i)}{row.ToString(CultureInfo.InvariantCulture)}", style);
        xml.WriteEndElement();
    }

    private void Cell(object? value, string place, int style)
    {
        switch (value)
        {
            case null: break;
            case int or long: Number(Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), place, style); break;
            case decimal number: Number(number.ToString(CultureInfo.InvariantCulture), place, style); break;
            case DateOnly day when day > First: Number((day.DayNumber - First.DayNumber).ToString(CultureInfo.InvariantCulture), place, Day); break;
            case DateOnly day: Text(Wording.Date(day), place, style); break; // spreadsheets know no day before 1900
            case string { Length: 0 }: break;
            case string text: Text(text, place, style == Plain && IsLikeFormula(text) ? Quoted : style); break;
            default: throw new ArgumentException($"A cell holds no {value.GetType().Name}.", nameof(value));
        }
    }

    /// <summary>Also after blanks, in full-width form, and begun by a control character.</summary>
    internal static bool IsLikeFormula(string text) => text is ['\t' or '\r' or '\n', ..] || text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];

    private void Number(string number, string place, int style)
    {
        Start("c");
        xml.WriteAttributeString("r", place);
        xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("v", Namespace, number);
        xml.WriteEndElement();
    }

    private void Text(string text, string place, int style)
    {
        Start("c");
        xml.WriteAttributeString("r", place);
        xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("t", "inlineStr");
        Start("is");
        Start("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Written(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Without what XML can't carry, and no longer than a cell.</summary>
    private static string Written(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(r => r.Value is '\t' or '\n' or >= ' ' and not (0xFFFE or 0xFFFF))) clean.Append(rune);
        if (clean.Length <= MostCharacters) return clean.ToString();
        var end = char.IsHighSurrogate(clean[MostCharacters - 2]) ? MostCharacters - 2 : MostCharacters - 1;
        return clean.ToString(0, end) + "…";
    }

    /// <summary>A, B, ..., Z, AA.</summary>
    internal static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
