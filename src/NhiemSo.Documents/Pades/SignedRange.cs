using System.Buffers;
using System.Text;
using NhiemSo.Documents.Pades.Pdf;

namespace NhiemSo.Documents.Pades;

/// <summary>
/// What a signature's byte range covers. Accepted only in the one safe shape: from the first byte, with a single
/// gap that is exactly the contents string, so that nothing unsigned can hide beside the signature.
/// </summary>
/// <param name="Signed">The signed bytes.</param>
/// <param name="Contents">The CMS with its padding.</param>
/// <param name="End">End of the signed revision in the file.</param>
internal sealed record SignedRange(byte[] Signed, byte[] Contents, int End)
{
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef"u8);

    public static SignedRange? Of(PdfFile file, PdfDict signature)
    {
        var range = file.Items(signature["ByteRange"]).Select(i => (i as PdfScalar)?.Integer ?? -1).ToArray();
        if (range is not [0, > 0 and var first, > 0 and var second, >= 0 and var rest] || signature["Contents"] is not PdfString { Hex: true } contents)
            return null;
        var bytes = file.Bytes.Span;
        if (second <= first || second > bytes.Length || rest > bytes.Length - second || contents.End - contents.Start != second - first)
            return null;
        var digits = bytes[(first + 1)..(second - 1)];
        if (contents.Start != first || bytes[first] != '<' || bytes[second - 1] != '>' || digits.ContainsAnyExcept(HexDigits))
            return null;
        // Place and value must agree: a dictionary in an object stream has places of another buffer.
        return digits.Length % 2 == 1 || !Convert.FromHexString(Encoding.ASCII.GetString(digits)).AsSpan().SequenceEqual(contents.Bytes)
            ? null
            : new SignedRange([.. bytes[..first], .. bytes.Slice(second, rest)], contents.Bytes, second + rest);
    }
}
