using SkiaSharp;

namespace NhiemSo.Platform.Papers.Pdf;

/// <summary>The end of the document in one piece: signatures, Nơi nhận, QR code (ô 7-9).</summary>
internal sealed class ClosingStrips(Paper paper, TypeCase type)
{
    private static readonly SKSamplingOptions Sampling = new(SKFilterMode.Linear);

    private readonly PaperLayout _layout = paper.Layout;

    public IEnumerable<Strip> Make()
    {
        var half = _layout.Measure / 2;
        var left = new Stack(type, half - 6);
        var right = new Stack(type, half);
        var pair = paper.Signatures.Count == 2;
        if (paper.Signatures.Count > 2) throw new InvalidOperationException("A paper has two signatures at most.");
        if (pair) Signature(left, paper.Signatures[0]);
        else if (paper.CopiesTo.Count > 0) CopiesTo(left);
        if (paper.Signatures.Count > 0) Signature(right, paper.Signatures[^1]);
        if (paper.Qr is { Place: QrPlace.Closing } qr)
        {
            left.Gap(pair ? Math.Max(0, right.Height - left.Height) + 6 : 8);
            QrMark.Add(left, qr, _layout, type);
        }

        var height = Math.Max(left.Height, right.Height);
        if (height == 0) yield break;
        yield return new Strip(height, (page, y) =>
        {
            left.Draw(page, _layout.Left, y);
            right.Draw(page, _layout.Left + half, y);
        })
        { Gap = (float)_layout.BodySize };
    }

    private void CopiesTo(Stack stack)
    {
        stack.Add(PaperText.Bold("Nơi nhận:").With(italic: true), _layout.CopiesTitleSize, PaperAlign.Left);
        for (var i = 0; i < paper.CopiesTo.Count; i++)
            stack.Add($"- {paper.CopiesTo[i]}{(i == paper.CopiesTo.Count - 1 ? "." : ";")}", _layout.CopiesSize, PaperAlign.Left);
    }

    private void Signature(Stack stack, PaperSignature signature)
    {
        foreach (var line in signature.Authority) stack.Add(PaperText.Bold(line), _layout.SignatureSize, PaperAlign.Center);
        if (signature.Hint is { } hint) stack.Add(PaperText.Italic(hint), _layout.SignatureSize, PaperAlign.Center);
        var room = (float)_layout.SignatureGap;
        stack.Box(room, (page, x, y) => Sign(page, signature, SKRect.Create(x, y, stack.Width, room)));
        if (signature.Name is { } name) stack.Add(PaperText.Bold(name), _layout.SignatureSize, PaperAlign.Center);
    }

    private static void Sign(OpenPage page, PaperSignature signature, SKRect room)
    {
        page.Note(room);
        var hand = room;
        if (signature.Image is { } png)
        {
            using var image = Decode(png);
            hand = room.AspectFit(new SKSize(image.Width, image.Height));
            page.Canvas.DrawImage(image, hand, Sampling);
        }

        if (signature.Seal is { } seal)
        {
            // Real size, over a third of the signature on its left (ô 8).
            using var image = Decode(seal);
            const float pointsPerPixel = 72f / 300f;
            float width = image.Width * pointsPerPixel, height = image.Height * pointsPerPixel;
            page.Canvas.DrawImage(image, SKRect.Create(hand.Left + hand.Width / 3 - width, hand.MidY - height / 2, width, height), Sampling);
        }
    }

    private static SKImage Decode(ReadOnlyMemory<byte> png) =>
        SKImage.FromEncodedData(png.Span) ?? throw new InvalidOperationException("A signature or seal is not an image.");
}
