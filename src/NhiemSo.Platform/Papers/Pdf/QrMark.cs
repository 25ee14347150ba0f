using QRCoder;
using SkiaSharp;

namespace NhiemSo.Platform.Papers.Pdf;

/// <summary>The QR code, drawn as squares so that it stays sharp in print, with its caption to the right.</summary>
internal static class QrMark
{
    /// <summary>The code as rows of modules, quiet zone left out (the paper around it is white).</summary>
    public static IReadOnlyList<System.Collections.BitArray> Modules(string content)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        const int quiet = 4;
        var size = data.ModuleMatrix.Count - 2 * quiet;
        return [.. data.ModuleMatrix.Skip(quiet).Take(size).Select(row => new System.Collections.BitArray([.. row.Cast<bool>().Skip(quiet).Take(size)]))];
    }

    public static byte[] Png(string content)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(8, drawQuietZones: false);
    }

    public static void Add(Stack stack, PaperQr qr, PaperLayout layout, TypeCase type)
    {
        var side = (float)layout.QrMm * PaperLayout.PointsPerMm;
        var caption = new Stack(type, Math.Min(stack.Width - side - 6, side * 3));
        caption.Add(qr.Caption, layout.SmallSize, PaperAlign.Left);
        var modules = Modules(qr.Content);
        stack.Box(Math.Max(side, caption.Height), (page, x, y) =>
        {
            DrawModules(page.Canvas, modules, x, y, side);
            // The address also as a link: for who reads the file on a screen, and to tell later which document a changed file was.
            using var link = page.Canvas.DrawUrlAnnotation(SKRect.Create(x, y, side, side), qr.Content);
            caption.Draw(page, x + side + 6, y + Math.Max(0, (side - caption.Height) / 2));
        });
    }

    private static void DrawModules(SKCanvas canvas, IReadOnlyList<System.Collections.BitArray> modules, float left, float top, float side)
    {
        var step = side / modules.Count;
        using var squares = new SKPathBuilder();
        for (var row = 0; row < modules.Count; row++)
            for (var column = 0; column < modules.Count; column++)
                if (modules[row][column])
                    squares.AddRect(SKRect.Create(left + column * step, top + row * step, step, step));
        // Without anti-aliasing: no hairlines between squares on screen.
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        using var path = squares.Detach();
        canvas.DrawPath(path, ink);
    }
}
