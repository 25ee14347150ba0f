using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NhiemSo.Platform.Papers.Docx;

/// <summary>Page, page number, note at the foot, fonts and language.</summary>
internal static class DocxPages
{
    public static SectionProperties Section(MainDocumentPart main, Paper paper)
    {
        var layout = paper.Layout;
        // No number on the first page, centred in the top margin on the others (Phụ lục I, Nghị định 30/2020/NĐ-CP).
        var number = main.AddNewPart<HeaderPart>();
        number.Header = new Header(DocxText.Centred(PaperText.Empty, layout.PageNumberSize));
        number.Header.GetFirstChild<Paragraph>()!.Append(new SimpleField(new Run(DocxText.Style(layout.PageNumberSize, bold: false, italic: false), new Text("2"))) { Instruction = "PAGE" });
        var none = main.AddNewPart<HeaderPart>();
        none.Header = new Header(new Paragraph());
        var foot = main.AddNewPart<FooterPart>();
        foot.Footer = new Footer(DocxText.Paragraph(PaperText.Italic(paper.Note ?? ""), layout.SmallSize, PaperAlign.Left));

        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(number) },
            new HeaderReference { Type = HeaderFooterValues.First, Id = main.GetIdOfPart(none) },
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) },
            new FooterReference { Type = HeaderFooterValues.First, Id = main.GetIdOfPart(foot) },
            new PageSize { Width = Twips(layout.WidthMm), Height = Twips(layout.HeightMm) },
            new PageMargin
            {
                Top = (int)Twips(layout.TopMm), Bottom = (int)Twips(layout.BottomMm), Left = Twips(layout.LeftMm), Right = Twips(layout.RightMm),
                Header = Twips(layout.TopMm / 2 - 3), Footer = Twips(layout.BottomMm / 2 - 2), Gutter = 0,
            },
            new TitlePage());
    }

    /// <summary>Tables stand with their edge, not their text, at the margin: what Word does since version 2013.</summary>
    public static void Settings(MainDocumentPart main) => main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new Compatibility(
        new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));

    public static void Styles(MainDocumentPart main, PaperLayout layout)
    {
        const string font = "Times New Roman";
        var style = DocxText.Style(layout.BodySize, bold: false, italic: false);
        var defaults = new RunPropertiesBaseStyle(
            new RunFonts { Ascii = font, HighAnsi = font, EastAsia = font, ComplexScript = font },
            new FontSize { Val = style.FontSize!.Val },
            new FontSizeComplexScript { Val = style.FontSize.Val },
            new Languages { Val = "vi-VN", EastAsia = "vi-VN" });
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
            new DocDefaults(new RunPropertiesDefault(defaults)),
            new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });
    }

    private static uint Twips(double mm) => (uint)Math.Round(mm / 25.4 * 1440);
}
