using System.Globalization;
using System.Text;
using NhiemSo.Documents.Pades.Pdf;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Documents.Pades;

/// <summary>The form field, widget and signature dictionary of one new signature (ISO 32000-1, 12.7.4.5, 12.8.1).</summary>
internal static class SignatureField
{
    /// <summary>SignaturesExist and AppendOnly (12.7.2, table 219): other programs must append too.</summary>
    private const int SigFlags = 3;

    /// <summary>Print and Locked (12.5.3).</summary>
    private const int WidgetFlags = 132;

    private const string EmptyByteRange = "[0 0000000000 0000000000 0000000000]";

    public static Outcome<(string Name, PdfRef Signature)> Add(PdfFile file, PdfUpdate update, PadesRequest request, int contentsDigits)
    {
        var form = file.Dict(file.Catalog["AcroForm"]) ?? new PdfDict();
        var taken = file.Items(form["Fields"]).Select(f => (file.Resolve(file.Dict(f)?["T"] ?? PdfValue.Null) as PdfString)?.Text).ToHashSet();
        var name = request.FieldName ?? Enumerable.Range(1, taken.Count + 1).Select(i => $"ChuKy{i}").First(n => !taken.Contains(n));
        if (taken.Contains(name) || name.Contains('.', StringComparison.Ordinal))
            return Problem.Invalid($"Ô chữ ký “{name}” đã có trong tệp hoặc sai tên. Chọn tên khác, không có dấu chấm.");

        var pages = file.Pages().ToList();
        var number = request.Appearance?.Page ?? 1;
        if (number < 1 || number > pages.Count)
            return Problem.Invalid($"Tệp có {pages.Count} trang, không có trang {number} để đặt chữ ký.");
        var (pageReference, page) = pages[number - 1];

        var look = AppearanceStream.Draw(update, request.Appearance);
        if (!look.Ok)
            return look.Problem;
        var signature = update.Add(SignatureDictionary(request, contentsDigits));
        var widget = new PdfDict(
            ("Type", new PdfName("Annot")), ("Subtype", new PdfName("Widget")), ("FT", new PdfName("Sig")),
            ("T", PdfString.Of(name)), ("V", signature), ("F", new PdfScalar(WidgetFlags)), ("P", pageReference),
            ("Rect", AppearanceStream.Box(request.Appearance?.Place ?? new PageRectangle(0, 0, 0, 0), atOrigin: false)));
        if (look.Value is PdfRef drawn)
            widget = widget.With("AP", new PdfDict(("N", drawn)));
        var widgetReference = update.Add(widget);

        Append(file, update, pageReference, page, "Annots", widgetReference);
        if (file.Catalog["AcroForm"] is not PdfRef formReference)
        {
            formReference = update.Add(form);
            update.Put(file.Root, file.Catalog.With("AcroForm", formReference));
        }
        Append(file, update, formReference, form.With("SigFlags", new PdfScalar(SigFlags)), "Fields", widgetReference);
        return (name, signature);
    }

    /// <summary>The place of the contents string with its brackets, in a signature dictionary that we wrote.</summary>
    public static (int Start, int End) FindGap(byte[] bytes, int signatureAt)
    {
        var start = signatureAt + bytes.AsSpan(signatureAt).IndexOf("/Contents <"u8) + "/Contents ".Length;
        return (start, start + bytes.AsSpan(start).IndexOf((byte)'>') + 1);
    }

    public static void FillByteRange(byte[] bytes, int signatureAt, (int Start, int End) gap)
    {
        var at = signatureAt + bytes.AsSpan(signatureAt).IndexOf(Encoding.ASCII.GetBytes(EmptyByteRange));
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {gap.Start} {gap.End} {bytes.Length - gap.End}]");
        Encoding.ASCII.GetBytes(range.PadRight(EmptyByteRange.Length), bytes.AsSpan(at));
    }

    /// <summary>ByteRange and Contents come first, so that no text of the request can stand where we look for them.</summary>
    private static PdfDict SignatureDictionary(PadesRequest request, int contentsDigits)
    {
        var local = Vietnam.Local(request.SigningTime);
        var dict = new PdfDict(
            ("Type", new PdfName("Sig")), ("Filter", new PdfName("Adobe.PPKLite")), ("SubFilter", new PdfName("ETSI.CAdES.detached")),
            ("ByteRange", new PdfScalar(EmptyByteRange)), ("Contents", new PdfString(new byte[contentsDigits / 2], Hex: true)),
            ("M", PdfString.Of(local.ToString("'D:'yyyyMMddHHmmss'+07''00'''", CultureInfo.InvariantCulture))),
            ("Name", PdfString.Of(request.Signer.Name)));
        if (request.Reason is { } reason)
            dict = dict.With("Reason", PdfString.Of(reason));
        return request.Location is { } location ? dict.With("Location", PdfString.Of(location)) : dict;
    }

    /// <summary>Appends to an array that stands in its owner or is an object of its own.</summary>
    private static void Append(PdfFile file, PdfUpdate update, PdfRef owner, PdfDict dict, string key, PdfRef item)
    {
        var items = new PdfArray([.. file.Items(dict[key]), item]);
        if (dict[key] is PdfRef own)
            update.Put(own, items);
        update.Put(owner, dict[key] is PdfRef ? dict : dict.With(key, items));
    }
}
