using System.IO.Compression;
using System.Text;

namespace NhiemSo.Platform.Files;

/// <summary>
/// Looks through a ZIP and the ZIPs within it without trusting what it says of itself: everything is really inflated,
/// counted, and given up as soon as a limit is passed.
/// </summary>
internal sealed class Archives
{
    public const int MaxEntries = 5000;
    public const int MaxDepth = 3;
    public const long MaxInflated = 400L << 20;

    /// <summary>Inflated to packed size; beyond the first megabytes, no honest document reaches it (Apache POI draws the line there too).</summary>
    public const int MaxRatio = 100;

    private const long RatioFrom = 8L << 20;

    private readonly long packed;
    private long inflated;
    private int entries;

    private Archives(long packed) => this.packed = packed;

    /// <summary>What an archive turned out to be, or in Vietnamese why it is refused.</summary>
    internal readonly record struct Look(FileType? Type, string? Refusal);

    public static async Task<Look> InspectAsync(Stream archive, CancellationToken ct)
    {
        try
        {
            return await new Archives(archive.Length).InspectAsync(archive, 1, ct);
        }
        catch (InvalidDataException)
        {
            return new Look(null, "Tệp nén bị hỏng hoặc không đọc được. Hãy nén lại rồi tải lên.");
        }
    }

    private async Task<Look> InspectAsync(Stream archive, int depth, CancellationToken ct)
    {
        if (depth > MaxDepth) return Refuse($"Tệp nén lồng nhau quá {MaxDepth} lớp. Hãy giải nén bớt rồi tải lên.");
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        entries += zip.Entries.Count;
        if (entries > MaxEntries) return Refuse($"Tệp nén có quá {MaxEntries:N0} tệp bên trong.");
        var type = FileType.Zip;
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) return Macro;
            if (entry.IsEncrypted) return Refuse("Tệp nén có mật khẩu. Hãy bỏ mật khẩu rồi tải lên.");
            await using var content = await InflateAsync(entry, ct);
            if (content is null) return Refuse("Tệp nén phình ra quá lớn khi giải nén nên không được nhận.");
            if (entry.FullName == "[Content_Types].xml")
            {
                var parts = Encoding.UTF8.GetString(await StartAsync(content, 1 << 20, ct));
                if (parts.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || parts.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)) return Macro;
                if (parts.Contains("wordprocessingml.document.main+xml", StringComparison.Ordinal)) type = FileType.Docx;
                else if (parts.Contains("spreadsheetml.sheet.main+xml", StringComparison.Ordinal)) type = FileType.Xlsx;
            }
            else if (FileType.ByFirstBytes(await StartAsync(content, 8, ct)) == FileType.Zip)
            {
                content.Position = 0;
                var inner = await InspectAsync(content, depth + 1, ct);
                if (inner.Refusal is not null) return inner;
            }
        }

        return new Look(type, null);
    }

    private static Look Macro => Refuse("Tệp có chứa macro nên không được nhận. Hãy lưu lại thành DOCX, XLSX (không macro) hoặc PDF.");

    private static Look Refuse(string why) => new(null, why);

    /// <summary>The entry inflated into memory or, when large, a temporary file; null once it passes the limits.</summary>
    private async Task<Stream?> InflateAsync(ZipArchiveEntry entry, CancellationToken ct)
    {
        Stream target = new MemoryStream();
        await using var source = await entry.OpenAsync(ct);
        var buffer = new byte[81920];
        for (int read; (read = await source.ReadAsync(buffer, ct)) > 0;)
        {
            inflated += read;
            if (inflated > MaxInflated || (inflated > RatioFrom && inflated / Math.Max(packed, 1) > MaxRatio))
            {
                await target.DisposeAsync();
                return null;
            }

            if (target is MemoryStream memory && memory.Length + read > 1 << 20)
            {
                target = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose);
                memory.WriteTo(target);
                await memory.DisposeAsync();
            }

            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        target.Position = 0;
        return target;
    }

    private static async Task<byte[]> StartAsync(Stream content, int length, CancellationToken ct)
    {
        var buffer = new byte[(int)Math.Min(length, content.Length)];
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return buffer[..read];
    }
}
