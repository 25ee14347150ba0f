using System.Globalization;
using System.Text;

namespace NhiemSo.Documents.Pades.Pdf;

/// <summary>The bytes are not a PDF that we read. Thrown inside this folder only; the two doors, writer and verifier, turn it into a value.</summary>
internal sealed class PdfFormatException(string message) : Exception(message);

/// <summary>One value of a PDF file (ISO 32000-1, 7.3). Streams are values of indirect objects only.</summary>
internal abstract record PdfValue
{
    public static readonly PdfValue Null = new PdfScalar("null");

    public bool IsNull => this is PdfScalar { Text: "null" };
}

/// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>, kept as written so that copying never rounds.</summary>
internal sealed record PdfScalar(string Text) : PdfValue
{
    public PdfScalar(long number) : this(number.ToString(CultureInfo.InvariantCulture))
    {
    }

    public int? Integer => int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A name without its slash; each char is one byte.</summary>
internal sealed record PdfName(string Text) : PdfValue;

/// <summary>A string; <paramref name="Start"/> and <paramref name="End"/> are the place of its delimiters in the file, -1 for one we made.</summary>
internal sealed record PdfString(byte[] Bytes, bool Hex, int Start = -1, int End = -1) : PdfValue
{
    /// <summary>A text string: ASCII as it is, anything else UTF-16BE with its mark.</summary>
    public static PdfString Of(string text) =>
        new(Ascii.IsValid(text) ? Encoding.ASCII.GetBytes(text) : [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)], Hex: false);

    public string Text => Bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(Bytes, 2, Bytes.Length - 2)
        : Bytes is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(Bytes, 3, Bytes.Length - 3)
        : Encoding.Latin1.GetString(Bytes);
}

internal sealed record PdfRef(int Number, int Generation) : PdfValue;

internal sealed record PdfArray(IReadOnlyList<PdfValue> Items) : PdfValue;

internal sealed record PdfDict(IReadOnlyDictionary<string, PdfValue> Entries) : PdfValue
{
    public PdfDict(params (string Key, PdfValue Value)[] entries)
        : this(new OrderedDictionary<string, PdfValue>(entries.Select(e => KeyValuePair.Create(e.Key, e.Value)), StringComparer.Ordinal))
    {
    }

    /// <summary>The entry as written (perhaps a reference), <see cref="PdfValue.Null"/> when absent.</summary>
    public PdfValue this[string key] => Entries.GetValueOrDefault(key, Null);

    public int? Integer(string key) => (this[key] as PdfScalar)?.Integer;

    public string? Name(string key) => (this[key] as PdfName)?.Text;

    public PdfDict With(string key, PdfValue value) =>
        new(new OrderedDictionary<string, PdfValue>(Entries, StringComparer.Ordinal) { [key] = value });
}

/// <summary>A stream with its data still encoded as in the file.</summary>
internal sealed record PdfStream(PdfDict Dict, ReadOnlyMemory<byte> Data) : PdfValue;
