using System.Text;

namespace NhiemSo.Platform.Files;

/// <summary>A kind of file the office takes in.</summary>
/// <param name="ContentType">As sent to browsers.</param>
/// <param name="Endings">Endings a name of this kind may have; the first is the usual one.</param>
public sealed record FileType(string ContentType, string Name, IReadOnlyList<string> Endings)
{
    public static readonly FileType Pdf = new("application/pdf", "PDF", [".pdf"]);
    public static readonly FileType Png = new("image/png", "ảnh PNG", [".png"]);
    public static readonly FileType Jpeg = new("image/jpeg", "ảnh JPG", [".jpg", ".jpeg"]);
    public static readonly FileType Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word (DOCX)", [".docx"]);
    public static readonly FileType Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel (XLSX)", [".xlsx"]);
    public static readonly FileType Zip = new("application/zip", "tệp nén ZIP", [".zip"]);
    public static readonly FileType Text = new("text/plain; charset=utf-8", "văn bản thuần (UTF-8)", [".txt", ".csv", ".xml", ".json", ".geojson"]);

    public static readonly IReadOnlyList<FileType> All = [Pdf, Png, Jpeg, Docx, Xlsx, Zip, Text];

    /// <summary>The kind that the first bytes tell; <see cref="Zip"/> also for OOXML, whose parts decide. Null: none of ours.</summary>
    internal static FileType? ByFirstBytes(ReadOnlySpan<byte> start) =>
        start.StartsWith("%PDF-"u8) ? Pdf
        : start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : start.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]) || start.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x05, 0x06]) ? Zip
        : null;

    /// <summary>Old Word and Excel, and any Office file under a password.</summary>
    internal static bool IsOldOffice(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>UTF-8 throughout and no control characters but tab, line and page ends.</summary>
    internal static async Task<bool> IsTextAsync(Stream content, CancellationToken ct)
    {
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var buffer = new char[8192];
        try
        {
            for (int read; (read = await reader.ReadAsync(buffer, ct)) > 0;)
            {
                if (buffer.AsSpan(0, read).ContainsAnyExcept(Printable)) return false;
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static readonly System.Buffers.SearchValues<char> Printable =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => c is '\t' or '\r' or '\n' or '\f' || !char.IsControl(c))]);
}
