namespace NhiemSo.Documents.Pades.Pdf;

/// <summary>Where an object in use stands: at a byte offset, or as the n-th object of an object stream.</summary>
internal sealed record PdfPlace(int Offset, int Generation, int InStream, int Index);

/// <summary>
/// The cross-reference sections of a file from the newest back (7.5.4, 7.5.8), tables and streams. Files whose
/// sections can't be followed are refused, never repaired: a repaired file is another document than the signed one.
/// </summary>
internal sealed class PdfCrossReference
{
    private const int MaxSections = 1_000;

    /// <summary>Rows of 10 bytes for six million objects; all sections together.</summary>
    private const int MaxStreamBytes = 64 << 20;

    private readonly HashSet<int> free = [];
    private int room = MaxStreamBytes;

    public Dictionary<int, PdfPlace> Places { get; } = [];

    /// <summary>Offsets of the sections, newest first.</summary>
    public List<int> Sections { get; } = [];

    public PdfDict Trailer { get; private set; } = new();

    public bool NewestIsStream { get; private set; }

    public static PdfCrossReference Read(ReadOnlyMemory<byte> bytes)
    {
        var read = new PdfCrossReference();
        int? next = Start(bytes.Span);
        while (next is { } offset)
        {
            if (read.Sections.Contains(offset) || read.Sections.Count == MaxSections)
                throw new PdfFormatException("cross-reference sections run in a circle");
            read.Sections.Add(offset);
            var trailer = read.Section(bytes, offset);
            if (read.Sections.Count == 1)
                read.Trailer = trailer;
            if (trailer.Integer("XRefStm") is { } hybrid)
                read.Stream(bytes, hybrid);
            next = trailer["Prev"].IsNull ? null : trailer.Integer("Prev") ?? throw new PdfFormatException("Prev is no offset");
        }
        return read;
    }

    private static int Start(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.LastIndexOf("startxref"u8);
        if (at < 0)
            throw new PdfFormatException("no startxref");
        return new PdfParser(bytes, at + "startxref".Length).Integer();
    }

    private PdfDict Section(ReadOnlyMemory<byte> bytes, int offset)
    {
        if (offset < 0 || offset >= bytes.Length)
            throw new PdfFormatException("cross-reference outside the file");
        var parser = new PdfParser(bytes.Span, offset);
        if (!parser.TryWord("xref"u8))
        {
            NewestIsStream |= Sections.Count == 1;
            return Stream(bytes, offset);
        }
        while (!parser.TryWord("trailer"u8))
        {
            var first = parser.Integer();
            var count = parser.Integer();
            for (var i = 0; i < count; i++)
            {
                var place = parser.Integer();
                var generation = parser.Integer();
                var inUse = parser.TryWord("n"u8);
                if (!inUse && !parser.TryWord("f"u8))
                    throw new PdfFormatException("cross-reference entry neither n nor f");
                Enter(first + i, inUse ? new PdfPlace(place, generation, 0, 0) : null);
            }
        }
        return parser.Value() as PdfDict ?? throw new PdfFormatException("no trailer");
    }

    private PdfDict Stream(ReadOnlyMemory<byte> bytes, int offset)
    {
        if (PdfFile.Indirect(bytes, offset, length => (length as PdfScalar)?.Integer).Value is not PdfStream stream || stream.Dict.Name("Type") != "XRef")
            throw new PdfFormatException("no cross-reference at its offset");
        var widths = Integers(stream.Dict["W"]);
        if (widths.Length != 3 || widths.Any(w => w is < 0 or > 8) || widths.Sum() == 0)
            throw new PdfFormatException("cross-reference stream with wrong widths");
        var ranges = stream.Dict["Index"].IsNull ? [0, stream.Dict.Integer("Size") ?? 0] : Integers(stream.Dict["Index"]);
        var rows = PdfFilter.Decode(stream, _ => null, room).AsSpan();
        room -= rows.Length;
        for (var r = 0; r + 1 < ranges.Length; r += 2)
        {
            for (var i = 0; i < ranges[r + 1]; i++)
            {
                if (rows.Length < widths.Sum())
                    throw new PdfFormatException("cross-reference stream too short");
                var kind = widths[0] == 0 ? 1 : Take(ref rows, widths[0]);
                var second = Take(ref rows, widths[1]);
                var third = Take(ref rows, widths[2]);
                Enter(ranges[r] + i, kind switch { 1 => new PdfPlace(second, third, 0, 0), 2 => new PdfPlace(0, 0, second, third), _ => null });
            }
        }
        return stream.Dict;
    }

    /// <summary>The newest word on an object counts; sections are read newest first.</summary>
    private void Enter(int number, PdfPlace? place)
    {
        if (number < 0 || free.Contains(number) || Places.ContainsKey(number))
            return;
        if (place is { } known)
            Places.Add(number, known);
        else
            free.Add(number);
    }

    private static int Take(ref Span<byte> rows, int width)
    {
        long value = 0;
        foreach (var b in rows[..width])
            value = (value << 8) | b;
        rows = rows[width..];
        return value is >= 0 and <= int.MaxValue ? (int)value : throw new PdfFormatException("number too large in cross-reference stream");
    }

    private static int[] Integers(PdfValue value) =>
        value is PdfArray array ? [.. array.Items.Select(i => (i as PdfScalar)?.Integer ?? throw new PdfFormatException("no whole number"))] : [];
}
