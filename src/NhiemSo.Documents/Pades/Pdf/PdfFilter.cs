using System.IO.Compression;

namespace NhiemSo.Documents.Pades.Pdf;

/// <summary>Decodes the streams that carry structure (cross-references, object streams): none or Flate, with or without a PNG predictor.</summary>
internal static class PdfFilter
{
    /// <param name="atMost">Bound in bytes: a small compressed stream may unfold to a huge one.</param>
    public static byte[] Decode(PdfStream stream, Func<PdfValue, PdfValue?> resolve, int atMost)
    {
        var filter = Single(stream.Dict["Filter"]);
        if (filter.IsNull)
            return stream.Data.ToArray();
        if (filter is not PdfName { Text: "FlateDecode" })
            throw new PdfFormatException("structure in an unknown filter");
        var plain = Inflate(stream.Data, atMost);
        var parameters = Single(stream.Dict["DecodeParms"]);
        parameters = resolve(parameters) ?? parameters;
        return parameters is PdfDict dict && dict.Integer("Predictor") is >= 10 ? Unpredict(plain, dict.Integer("Columns") ?? 1) : plain;
    }

    private static PdfValue Single(PdfValue value) => value is PdfArray { Items: [var only] } ? only : value;

    private static byte[] Inflate(ReadOnlyMemory<byte> data, int atMost)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[16 << 10];
            for (int read; (read = zlib.Read(buffer)) > 0;)
            {
                if (plain.Length + read > atMost)
                    throw new PdfFormatException("structure too large");
                plain.Write(buffer, 0, read);
            }
            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new PdfFormatException("damaged compressed stream");
        }
    }

    /// <summary>PNG filters over rows of one-byte pixels (RFC 2083, 6).</summary>
    private static byte[] Unpredict(byte[] rows, int columns)
    {
        if (columns is < 1 or > 1 << 20)
            throw new PdfFormatException("predictor with wrong columns");
        var count = rows.Length / (columns + 1);
        var plain = new byte[count * columns];
        for (var row = 0; row < count; row++)
        {
            var kind = rows[row * (columns + 1)];
            for (var i = 0; i < columns; i++)
            {
                var left = i == 0 ? 0 : plain[(row * columns) + i - 1];
                var up = row == 0 ? 0 : plain[((row - 1) * columns) + i];
                var upLeft = row == 0 || i == 0 ? 0 : plain[((row - 1) * columns) + i - 1];
                var guess = kind switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, upLeft), _ => 0 };
                plain[(row * columns) + i] = (byte)(rows[(row * (columns + 1)) + 1 + i] + guess);
            }
        }
        return plain;
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        var estimate = left + up - upLeft;
        var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - upLeft));
        return a <= b && a <= c ? left : b <= c ? up : upLeft;
    }
}
