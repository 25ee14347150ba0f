using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NhiemSo.Platform.Papers.Pdf;

/// <summary>
/// Two things Skia's PDF writer leaves: the document's language, and an identity taken from the clock instead of the content.
/// Works on the plain cross-reference table that Skia writes.
/// </summary>
internal static class PdfFinish
{
    public static byte[] Apply(byte[] pdf) => AddLanguage(Identify(pdf));

    /// <summary>Replaces the file identity in trailer and XMP by a hash of the rest of the file.</summary>
    private static byte[] Identify(byte[] pdf)
    {
        // In the XMP the length stays; in the trailer Skia writes hex or text, whichever is shorter, but nothing stands behind it by offset.
        var uuids = new[] { "<xmpMM:DocumentID>uuid:", "<xmpMM:InstanceID>uuid:" }.Select(key => After(pdf, key)).ToArray();
        foreach (var at in uuids) Put(pdf, at, Guid.Empty.ToString("D"));
        var start = LastAfter(pdf, "\n/ID [");
        var end = LastAfter(pdf, "]>>\nstartxref\n") - "]>>\nstartxref\n".Length;

        var identity = new Guid(SHA256.HashData([.. pdf.AsSpan(0, start), .. pdf.AsSpan(end)]).AsSpan(0, 16), bigEndian: true);
        foreach (var at in uuids) Put(pdf, at, identity.ToString("D"));
        var hex = identity.ToString("N").ToUpperInvariant();
        return [.. pdf.AsSpan(0, start), .. Encoding.ASCII.GetBytes($"<{hex}> <{hex}>"), .. pdf.AsSpan(end)];
    }

    /// <summary>Puts /Lang into the catalog and moves the offsets of what stands behind it.</summary>
    private static byte[] AddLanguage(byte[] pdf)
    {
        var at = After(pdf, "<</Type /Catalog");
        var entry = "\n/Lang (vi-VN)"u8;
        byte[] longer = [.. pdf.AsSpan(0, at), .. entry, .. pdf.AsSpan(at)];

        var table = LastAfter(longer, "\nxref\n");
        var counts = Line(longer, table).Split(' ');
        var row = table + counts[0].Length + counts[1].Length + 2;
        for (var i = 0; i < int.Parse(counts[1], CultureInfo.InvariantCulture); i++, row += 20)
        {
            var offset = int.Parse(Encoding.ASCII.GetString(longer, row, 10), CultureInfo.InvariantCulture);
            if (offset > at) Put(longer, row, (offset + entry.Length).ToString("0000000000", CultureInfo.InvariantCulture));
        }

        var start = LastAfter(longer, "startxref\n");
        var old = Line(longer, start);
        var moved = (table - "xref\n".Length).ToString(CultureInfo.InvariantCulture);
        return [.. longer.AsSpan(0, start), .. Encoding.ASCII.GetBytes(moved), .. longer.AsSpan(start + old.Length)];
    }

    private static int After(byte[] pdf, string key) => Found(pdf.AsSpan().IndexOf(Encoding.ASCII.GetBytes(key)), key);

    private static int LastAfter(byte[] pdf, string key) => Found(pdf.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(key)), key);

    private static int Found(int at, string key) => at >= 0
        ? at + key.Length
        : throw new InvalidOperationException($"The PDF writer no longer writes {key}.");

    private static string Line(byte[] pdf, int at) => Encoding.ASCII.GetString(pdf, at, pdf.AsSpan(at).IndexOf((byte)'\n'));

    private static void Put(byte[] pdf, int at, string text) => Encoding.ASCII.GetBytes(text).CopyTo(pdf, at);
}
