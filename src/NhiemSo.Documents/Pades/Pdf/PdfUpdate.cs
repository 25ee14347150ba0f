using System.Buffers.Binary;
using System.Globalization;

namespace NhiemSo.Documents.Pades.Pdf;

/// <summary>
/// An incremental update (7.5.6): objects new and changed, written after the untouched bytes of the file, with
/// a cross-reference section of the same kind as the file's newest one.
/// </summary>
internal sealed class PdfUpdate(PdfFile file)
{
    private readonly SortedDictionary<int, PdfValue> objects = [];
    private int next = file.NextNumber;

    public PdfRef Add(PdfValue value)
    {
        objects.Add(next, value);
        return new PdfRef(next++, 0);
    }

    /// <summary>The object as this update leaves it.</summary>
    public PdfValue Current(PdfRef reference) => objects.GetValueOrDefault(reference.Number) ?? file.Load(reference.Number);

    public void Put(PdfRef reference, PdfValue value) => objects[reference.Number] = value;

    /// <summary>The whole file with the update, and where each object of the update begins.</summary>
    public (byte[] Bytes, IReadOnlyDictionary<int, int> Offsets) Write()
    {
        var to = new MemoryStream();
        to.Write(file.Bytes.Span);
        if (file.Bytes.Span[^1] is not ((byte)'\n' or (byte)'\r'))
            PdfSyntax.Text(to, "\n");
        var offsets = new SortedDictionary<int, int>();
        foreach (var (number, value) in objects)
        {
            offsets.Add(number, (int)to.Length);
            PdfSyntax.Text(to, string.Create(CultureInfo.InvariantCulture, $"{number} {Generation(number)} obj\n"));
            PdfSyntax.Write(to, value);
            PdfSyntax.Text(to, "\nendobj\n");
        }
        var start = to.Length;
        if (file.CrossReference.NewestIsStream)
            StreamSection(to, offsets);
        else
            TableSection(to, offsets);
        PdfSyntax.Text(to, string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        return (to.ToArray(), offsets);
    }

    private int Generation(int number) =>
        file.CrossReference.Places.TryGetValue(number, out var place) && place.InStream == 0 ? place.Generation : 0;

    private void TableSection(MemoryStream to, SortedDictionary<int, int> offsets)
    {
        PdfSyntax.Text(to, "xref\n");
        foreach (var (first, count) in Ranges(offsets.Keys))
        {
            PdfSyntax.Text(to, string.Create(CultureInfo.InvariantCulture, $"{first} {count}\n"));
            for (var number = first; number < first + count; number++)
                PdfSyntax.Text(to, string.Create(CultureInfo.InvariantCulture, $"{offsets[number]:D10} {Generation(number):D5} n\r\n"));
        }
        PdfSyntax.Text(to, "trailer\n");
        PdfSyntax.Write(to, NewTrailer(next));
        PdfSyntax.Text(to, "\n");
    }

    private void StreamSection(MemoryStream to, SortedDictionary<int, int> offsets)
    {
        offsets.Add(next, (int)to.Length);
        var rows = new byte[offsets.Count * 7];
        var at = 0;
        foreach (var (number, offset) in offsets)
        {
            rows[at] = 1;
            BinaryPrimitives.WriteInt32BigEndian(rows.AsSpan(at + 1), offset);
            BinaryPrimitives.WriteUInt16BigEndian(rows.AsSpan(at + 5), (ushort)Generation(number));
            at += 7;
        }
        var index = Ranges(offsets.Keys).SelectMany(r => new PdfValue[] { new PdfScalar(r.First), new PdfScalar(r.Count) });
        var dict = NewTrailer(next + 1)
            .With("Type", new PdfName("XRef"))
            .With("W", new PdfArray([new PdfScalar(1), new PdfScalar(4), new PdfScalar(2)]))
            .With("Index", new PdfArray([.. index]));
        PdfSyntax.Text(to, string.Create(CultureInfo.InvariantCulture, $"{next} 0 obj\n"));
        PdfSyntax.Write(to, new PdfStream(dict, rows));
        PdfSyntax.Text(to, "\nendobj\n");
    }

    private PdfDict NewTrailer(int size)
    {
        var trailer = new PdfDict(("Size", new PdfScalar(size)), ("Root", file.Root), ("Prev", new PdfScalar(file.CrossReference.Sections[0])));
        foreach (var key in new[] { "Info", "ID" }.Where(k => !file.Trailer[k].IsNull))
            trailer = trailer.With(key, file.Trailer[key]);
        return trailer;
    }

    private static IEnumerable<(int First, int Count)> Ranges(IEnumerable<int> sorted)
    {
        int? first = null;
        var last = 0;
        foreach (var number in sorted)
        {
            if (first is { } f && number != last + 1)
            {
                yield return (f, last - f + 1);
                first = null;
            }
            first ??= number;
            last = number;
        }
        if (first is { } open)
            yield return (open, last - open + 1);
    }
}
