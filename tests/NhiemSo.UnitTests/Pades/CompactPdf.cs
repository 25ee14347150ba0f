using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NhiemSo.Documents.Pades.Pdf;

namespace NhiemSo.UnitTests.Pades;

/// <summary>Writes a PDF anew as other producers do: objects in an object stream, a compressed cross-reference stream with predictor.</summary>
internal static class CompactPdf
{
    private const int RowLength = 7;

    public static byte[] Of(byte[] pdf)
    {
        var file = PdfFile.Read(pdf);
        var all = file.CrossReference.Places.Keys.Order().ToDictionary(n => n, file.Load);
        var container = file.NextNumber;
        var to = new MemoryStream();
        PdfSyntax.Text(to, "%PDF-1.7\n");
        var rows = new SortedDictionary<int, byte[]>();
        foreach (var (number, stream) in all.Where(o => o.Value is PdfStream))
            rows.Add(number, Write(to, number, stream));

        var (header, body) = (new StringBuilder(), new MemoryStream());
        var packed = all.Where(o => o.Value is not PdfStream).ToList();
        for (var i = 0; i < packed.Count; i++)
        {
            header.Append($"{packed[i].Key} {body.Length} ");
            PdfSyntax.Write(body, packed[i].Value);
            PdfSyntax.Text(body, "\n");
            rows.Add(packed[i].Key, Row(2, container, i));
        }
        var plain = Encoding.Latin1.GetBytes(header.ToString());
        rows.Add(container, Write(to, container, new PdfStream(
            new PdfDict(("Type", new PdfName("ObjStm")), ("N", new PdfScalar(packed.Count)), ("First", new PdfScalar(plain.Length)), ("Filter", new PdfName("FlateDecode"))),
            Deflate([.. plain, .. body.ToArray()]))));

        var start = (int)to.Length;
        rows.Add(container + 1, Row(1, start, 0));
        var index = new PdfArray([.. rows.Keys.SelectMany(n => new PdfValue[] { new PdfScalar(n), new PdfScalar(1) })]);
        var section = new PdfDict(
            ("Type", new PdfName("XRef")), ("Size", new PdfScalar(container + 2)), ("Root", file.Root), ("Index", index),
            ("W", new PdfArray([new PdfScalar(1), new PdfScalar(4), new PdfScalar(2)])), ("Filter", new PdfName("FlateDecode")),
            ("DecodeParms", new PdfDict(("Predictor", new PdfScalar(12)), ("Columns", new PdfScalar(RowLength)))));
        Write(to, container + 1, new PdfStream(section, Deflate(Up([.. rows.Values]))));
        PdfSyntax.Text(to, $"startxref\n{start}\n%%EOF\n");
        return to.ToArray();
    }

    private static byte[] Write(MemoryStream to, int number, PdfValue value)
    {
        var row = Row(1, (int)to.Length, 0);
        PdfSyntax.Text(to, $"{number} 0 obj\n");
        PdfSyntax.Write(to, value);
        PdfSyntax.Text(to, "\nendobj\n");
        return row;
    }

    private static byte[] Row(byte kind, int second, int third)
    {
        var row = new byte[RowLength];
        row[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(row.AsSpan(1), second);
        BinaryPrimitives.WriteUInt16BigEndian(row.AsSpan(5), (ushort)third);
        return row;
    }

    private static byte[] Up(IReadOnlyList<byte[]> rows) =>
        [.. rows.SelectMany((row, r) => row.Select((b, i) => (byte)(b - (r == 0 ? 0 : rows[r - 1][i]))).Prepend((byte)2))];

    private static byte[] Deflate(byte[] plain)
    {
        var to = new MemoryStream();
        using (var zlib = new ZLibStream(to, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(plain);
        return to.ToArray();
    }
}
