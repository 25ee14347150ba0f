namespace NhiemSo.Documents.Pades.Pdf;

/// <summary>
/// One revision of a PDF file, read by its own cross-references. Members throw <see cref="PdfFormatException"/>
/// when the bytes turn out not to be a PDF that we read.
/// </summary>
internal sealed class PdfFile
{
    private const int MaxLoadDepth = 16;

    /// <summary>All object streams of a file together, decoded.</summary>
    private const int MaxObjectStreamBytes = 128 << 20;

    /// <summary>Objects of an honest file don't overlap, so reading all costs about its length; hostile ones may be nested in each other.</summary>
    private const int MinParsedBytes = 1 << 20;

    /// <summary>ISO 32000-1, Annex C.2.</summary>
    private const int MaxObjects = 8_388_607;

    private readonly Dictionary<int, PdfValue> loaded = [];
    private readonly Dictionary<int, (byte[] Plain, (int Number, int At)[] Objects)> objectStreams = [];
    private int depth;
    private int roomForObjectStreams = MaxObjectStreamBytes;
    private long roomForParsing;

    private PdfFile(ReadOnlyMemory<byte> bytes, PdfCrossReference crossReference)
    {
        (Bytes, CrossReference) = (bytes, crossReference);
        roomForParsing = (2L * bytes.Length) + MinParsedBytes;
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public PdfCrossReference CrossReference { get; }

    public PdfDict Trailer => CrossReference.Trailer;

    public bool Encrypted => !Trailer["Encrypt"].IsNull;

    public PdfRef Root => Trailer["Root"] as PdfRef ?? throw new PdfFormatException("no catalog");

    public PdfDict Catalog => Dict(Root) ?? throw new PdfFormatException("no catalog");

    /// <summary>The first object number that no revision has used.</summary>
    public int NextNumber
    {
        get
        {
            var next = Math.Max(Trailer.Integer("Size") ?? 0, CrossReference.Places.Keys.DefaultIfEmpty().Max() + 1);
            return next is > 0 and <= MaxObjects ? next : throw new PdfFormatException("too many objects");
        }
    }

    public static PdfFile Read(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith("%PDF-"u8))
            throw new PdfFormatException("no PDF header");
        return new PdfFile(bytes, PdfCrossReference.Read(bytes));
    }

    public PdfValue Resolve(PdfValue value)
    {
        for (var hops = 0; value is PdfRef reference; hops++)
        {
            if (hops == MaxLoadDepth)
                throw new PdfFormatException("references run in a circle");
            value = Load(reference.Number);
        }
        return value;
    }

    public PdfDict? Dict(PdfValue value) => Resolve(value) as PdfDict;

    public IReadOnlyList<PdfValue> Items(PdfValue value) => (Resolve(value) as PdfArray)?.Items ?? [];

    /// <summary>The pages in order, each with its reference.</summary>
    public IEnumerable<(PdfRef Reference, PdfDict Page)> Pages()
    {
        var seen = new HashSet<int>();
        var open = new Stack<PdfValue>([Catalog["Pages"]]);
        while (open.TryPop(out var next))
        {
            if (next is not PdfRef reference || !seen.Add(reference.Number) || Dict(reference) is not { } node)
                throw new PdfFormatException("damaged page tree");
            if (node["Kids"].IsNull)
                yield return (reference, node);
            foreach (var kid in Items(node["Kids"]).Reverse())
                open.Push(kid);
        }
    }

    public PdfValue Load(int number)
    {
        if (loaded.TryGetValue(number, out var known))
            return known;
        // The standard: a reference to an object that isn't there is null.
        if (!CrossReference.Places.TryGetValue(number, out var place))
            return PdfValue.Null;
        if (++depth > MaxLoadDepth)
            throw new PdfFormatException("objects need each other too deeply");
        var value = place.InStream > 0 ? FromObjectStream(number, place) : FromOffset(number, place);
        depth--;
        return loaded[number] = value;
    }

    /// <summary>Reads <c>n g obj ... endobj</c>; <paramref name="length"/> finds a stream's length.</summary>
    public static (int Number, PdfValue Value, int Parsed) Indirect(ReadOnlyMemory<byte> bytes, int offset, Func<PdfValue, int?> length)
    {
        if (offset < 0 || offset >= bytes.Length)
            throw new PdfFormatException("object outside the file");
        var parser = new PdfParser(bytes.Span, offset);
        var number = parser.Integer();
        parser.Integer();
        if (!parser.TryWord("obj"u8))
            throw new PdfFormatException($"no object at {offset}");
        var value = parser.Value();
        if (value is not PdfDict dict || !parser.TryWord("stream"u8))
            return (number, value, parser.Position - offset);
        parser.EndOfStreamWord();
        var start = parser.Position;
        if (length(dict["Length"]) is not { } count || count < 0 || count > bytes.Length - start)
            throw new PdfFormatException("stream of unknown length");
        if (!new PdfParser(bytes.Span, start + count).TryWord("endstream"u8))
            throw new PdfFormatException("stream of wrong length");
        return (number, new PdfStream(dict, bytes.Slice(start, count)), start - offset);
    }

    private PdfValue FromOffset(int number, PdfPlace place)
    {
        var (found, value, parsed) = Indirect(Bytes, place.Offset, length => (Resolve(length) as PdfScalar)?.Integer);
        roomForParsing -= parsed;
        if (roomForParsing < 0)
            throw new PdfFormatException("objects overlap");
        return found == number ? value : throw new PdfFormatException($"object {number} is not where it should be");
    }

    private PdfValue FromObjectStream(int number, PdfPlace place)
    {
        if (!objectStreams.TryGetValue(place.InStream, out var container))
            container = objectStreams[place.InStream] = OpenObjectStream(place.InStream);
        var (found, at) = place.Index < container.Objects.Length ? container.Objects[place.Index] : default;
        if (found != number)
            throw new PdfFormatException($"object {number} is not where it should be");
        var end = place.Index + 1 < container.Objects.Length ? container.Objects[place.Index + 1].At : container.Plain.Length;
        if (at < 0 || at >= end || end > container.Plain.Length)
            throw new PdfFormatException("objects of a stream overlap or stand outside it");
        return new PdfParser(container.Plain.AsSpan(0, end), at).Value();
    }

    private (byte[] Plain, (int Number, int At)[] Objects) OpenObjectStream(int number)
    {
        if (!CrossReference.Places.TryGetValue(number, out var place) || place.InStream > 0
            || Load(number) is not PdfStream stream || stream.Dict.Name("Type") != "ObjStm"
            || stream.Dict.Integer("First") is not (>= 0 and int first) || stream.Dict.Integer("N") is not (>= 0 and int count))
        {
            throw new PdfFormatException("no object stream");
        }
        var plain = PdfFilter.Decode(stream, Resolve, roomForObjectStreams);
        roomForObjectStreams -= plain.Length;
        if (count > plain.Length)
            throw new PdfFormatException("object stream too short");
        var header = new PdfParser(plain, 0);
        var objects = new (int, int)[count];
        for (var i = 0; i < count; i++)
            objects[i] = (header.Integer(), first + header.Integer());
        return (plain, objects);
    }
}
