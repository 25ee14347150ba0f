using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>
/// Ends the reading of a PDF whose fonts map more codes to Unicode than <see cref="Most"/>. The library writes out each code of a
/// <c>bfrange</c>, so the twenty bytes <c>&lt;00000000&gt; &lt;FFFFFFFF&gt;</c>, written or come of damage, would take all memory.
/// Streams are counted behind their filters, as the library will read them; it asks no filter for a stream that names none, so
/// those are counted in the file itself. Not seen: a stream that is encrypted (without a password) and names no filter.
/// </summary>
/// <remarks>One instance reads one document.</remarks>
internal sealed class PdfCodeRanges : IFilterProvider, IFilter
{
    /// <summary>Codes over all fonts of a document: sixteen fonts that map all of two bytes, about 100 MB in the library.</summary>
    private const long Most = 1 << 20;

    /// <summary>Bytes of ranges, a hundred times those of a large document; a range that never ends, begun again and again, would be scanned to the end of the file each time.</summary>
    private const long MostScanned = 16 << 20;

    private static ReadOnlySpan<byte> Begin => "beginbfrange"u8;

    private readonly IFilterProvider filters = DefaultFilterProvider.Instance;
    private long codes, scanned;

    public bool IsSupported => true;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => [.. filters.GetFilters(dictionary), this];

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => [.. filters.GetNamedFilters(names), this];

    public IReadOnlyList<IFilter> GetAllFilters() => [.. filters.GetAllFilters(), this];

    /// <exception cref="InvalidDataException">The fonts map too many codes, or their ranges do not end.</exception>
    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        Count(input);
        return input;
    }

    /// <exception cref="InvalidDataException">The fonts map too many codes, or their ranges do not end.</exception>
    public void Count(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Span.IndexOf(Begin) is >= 0 and var at)
        {
            bytes = bytes[(at + Begin.Length)..];
            var scanner = new CoreTokenScanner(new MemoryInputBytes(bytes), usePdfDocEncoding: false, new StackDepthGuard(256));
            while (scanner.TryReadToken<HexToken>(out var low) && scanner.TryReadToken<HexToken>(out var high) && scanner.MoveNext())
            {
                codes += Codes(low.Bytes, high.Bytes);
                if (codes > Most) throw new InvalidDataException($"The fonts map more than {Most} codes.");
            }

            scanned += scanner.CurrentPosition;
            if (scanned > MostScanned) throw new InvalidDataException("The ranges of codes do not end.");
        }
    }

    /// <summary>Steps of the library from low to high: it compares over the bytes of low and, where high has fewer, goes on to the first code that begins with it. No code has more than four bytes.</summary>
    private static long Codes(ReadOnlySpan<byte> low, ReadOnlySpan<byte> high)
    {
        if (low.Length > 4) return Most + 1;
        long from = 0, to = 0;
        for (var i = 0; i < low.Length; i++) (from, to) = ((from << 8) | low[i], (to << 8) | (i < high.Length ? high[i] : 0L));
        return Math.Max(1, to - from + 1);
    }
}
