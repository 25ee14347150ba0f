namespace NhiemSo.Documents.Pades.Pdf;

/// <summary>Copies a value with everything it refers to from another PDF into an update, under new numbers.</summary>
internal sealed class PdfImport(PdfFile source, PdfUpdate target)
{
    private readonly Dictionary<int, PdfRef> copied = [];

    public PdfValue Copy(PdfValue value) => value switch
    {
        PdfRef reference => Copy(reference),
        PdfArray array => new PdfArray([.. array.Items.Select(Copy)]),
        PdfDict dict => new PdfDict(new OrderedDictionary<string, PdfValue>(dict.Entries.Select(e => KeyValuePair.Create(e.Key, Copy(e.Value))), StringComparer.Ordinal)),
        PdfStream stream => new PdfStream((PdfDict)Copy(stream.Dict.With("Length", new PdfScalar(stream.Data.Length))), stream.Data),
        _ => value,
    };

    private PdfRef Copy(PdfRef reference)
    {
        if (copied.TryGetValue(reference.Number, out var known))
            return known;
        var place = copied[reference.Number] = target.Add(PdfValue.Null);
        target.Put(place, Copy(source.Load(reference.Number)));
        return place;
    }
}
