using System.Security;

namespace NhiemSo.Platform.Sheets;

/// <summary>The parts of an XLSX package that are the same for every sheet (ECMA-376, SpreadsheetML).</summary>
internal static class SheetParts
{
    private const string Xml = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public const string Types = $"""
        {Xml}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/></Types>
        """;

    public const string Root = $"""
        {Xml}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    public const string BookRelations = $"""
        {Xml}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
        """;

    /// <summary>In order: plain, head, day, text that must not become a formula, line over the table.</summary>
    public const string Styles = $"""
        {Xml}<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>
        """;

    public static string Book(string name) => $"""
        {Xml}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{SecurityElement.Escape(TabName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>
        """;

    /// <summary>A tab's name has at most 31 characters and none of <c>: \ / ? * [ ]</c>.</summary>
    internal static string TabName(string name)
    {
        var clean = string.Concat(name.Select(c => c is ':' or '\\' or '/' or '?' or '*' or '[' or ']' || char.IsControl(c) ? '-' : c)).Trim('\'', ' ');
        return clean.Length == 0 ? "Bảng" : clean.Length <= 31 ? clean : clean[..31].TrimEnd();
    }
}
