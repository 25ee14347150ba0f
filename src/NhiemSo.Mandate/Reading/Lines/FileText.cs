using System.Text;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>The lines of a file.</summary>
/// <param name="Paragraphs">Each line is a whole paragraph.</param>
internal sealed record FileText(IReadOnlyList<Line> Lines, bool Paragraphs)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Told by content, not by the file's name.</summary>
    public static Outcome<FileText> Open(ReadOnlyMemory<byte> file, string fileName)
    {
        var head = file.Span;
        if (head.Length == 0) return Problem.Invalid($"Tệp {fileName} rỗng.");
        if (head.StartsWith("PK"u8)) return DocxLines.Read(file, fileName);
        if (head[..Math.Min(1024, head.Length)].IndexOf("%PDF-"u8) >= 0) return PdfLines.Read(file, fileName);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return Problem.Invalid($"Tệp {fileName} là DOC đời cũ. Mở bằng trình soạn thảo, lưu thành DOCX rồi nạp lại.");
        if (Decode(head) is not { } text) return Problem.Invalid($"Tệp {fileName} không phải văn bản Unicode (UTF-8). Chuyển phông và bảng mã về Unicode rồi nạp lại.");
        return Garbled(text) ? Problem.Invalid($"Chữ trong tệp {fileName} không đọc được (có thể là phông TCVN3, VNI hoặc tệp hỏng). Chuyển về Unicode rồi nạp lại.") : new FileText(TextLines.Split(text), Paragraphs: false);
    }

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        try
        {
            return Utf8.GetString(bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Control and replacement characters in a fiftieth of the text, or the signs old fonts put for Vietnamese letters.</summary>
    public static bool Garbled(string text)
    {
        var bad = 0;
        var old = 0;
        foreach (var c in text)
        {
            if (c is '\uFFFD' || (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f'))) bad++;
            if (c is '®' or '¬' or '¶' or '¹' or '¸' or 'µ' or '§' or '¦' or '¨') old++;
        }

        return bad * 50 > text.Length || old * 50 > text.Length;
    }
}
