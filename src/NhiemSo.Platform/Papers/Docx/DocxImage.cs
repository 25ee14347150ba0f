using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;

namespace NhiemSo.Platform.Papers.Docx;

/// <summary>A square picture inside a line of text.</summary>
internal static class DocxImage
{
    public static Run Square(MainDocumentPart main, byte[] png, double sideMm, string description)
    {
        var part = main.AddImagePart(ImagePartType.Png);
        using (var stream = new MemoryStream(png)) part.FeedData(stream);
        const int unitsPerMm = 36_000;
        var side = (long)(sideMm * unitsPerMm);
        return new Run(new Drawing(new Inline(
            new Extent { Cx = side, Cy = side },
            new DocProperties { Id = 1, Name = "QR", Description = description },
            new A.Graphic(new A.GraphicData(new P.Picture(
                new P.NonVisualPictureProperties(
                    new P.NonVisualDrawingProperties { Id = 2, Name = "QR.png" },
                    new P.NonVisualPictureDrawingProperties()),
                new P.BlipFill(new A.Blip { Embed = main.GetIdOfPart(part) }, new A.Stretch(new A.FillRectangle())),
                new P.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = side, Cy = side }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            {
                Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
            }))
        {
            DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0,
        }));
    }
}
