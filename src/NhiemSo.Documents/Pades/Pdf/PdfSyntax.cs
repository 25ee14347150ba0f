using System.Globalization;
using System.Text;

namespace NhiemSo.Documents.Pades.Pdf;

/// <summary>Writes values as PDF syntax. Equal values give equal bytes, so it also serves to compare.</summary>
internal static class PdfSyntax
{
    public static string Of(PdfValue value)
    {
        var bytes = new MemoryStream();
        Write(bytes, value);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }

    public static void Text(Stream to, string latin1) => to.Write(Encoding.Latin1.GetBytes(latin1));

    public static void Write(Stream to, PdfValue value)
    {
        switch (value)
        {
            case PdfScalar scalar:
                Text(to, scalar.Text);
                break;
            case PdfName name:
                Text(to, NameOf(name.Text));
                break;
            case PdfRef reference:
                Text(to, string.Create(CultureInfo.InvariantCulture, $"{reference.Number} {reference.Generation} R"));
                break;
            case PdfString text:
                // Always in hexadecimal: nothing to escape, and safe beside the signature's own gap.
                Text(to, $"<{Convert.ToHexString(text.Bytes)}>");
                break;
            case PdfArray array:
                Text(to, "[");
                for (var i = 0; i < array.Items.Count; i++)
                {
                    if (i > 0)
                        Text(to, " ");
                    Write(to, array.Items[i]);
                }
                Text(to, "]");
                break;
            case PdfDict dict:
                Text(to, "<<");
                foreach (var (key, entry) in dict.Entries)
                {
                    Text(to, $"\n{NameOf(key)} ");
                    Write(to, entry);
                }
                Text(to, "\n>>");
                break;
            case PdfStream stream:
                Write(to, stream.Dict.With("Length", new PdfScalar(stream.Data.Length)));
                Text(to, "\nstream\n");
                to.Write(stream.Data.Span);
                Text(to, "\nendstream");
                break;
        }
    }

    private static string NameOf(string name)
    {
        var text = new StringBuilder("/", name.Length + 1);
        foreach (var c in name)
        {
            if (c is > '!' and <= '~' and not ('#' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%'))
                text.Append(c);
            else
                text.Append(CultureInfo.InvariantCulture, $"#{(int)c:X2}");
        }
        return text.ToString();
    }
}
