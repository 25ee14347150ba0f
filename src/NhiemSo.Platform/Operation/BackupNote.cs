using System.Text.Json;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;

namespace NhiemSo.Platform.Operation;

/// <summary>The last backup that was finished, as the command noted it in <c>last-backup.json</c> of the data folder.</summary>
/// <param name="Bytes">Of the file.</param>
internal sealed record BackupNote(DateTime At, string File, long Bytes, long Rows)
{
    private const string Name = "last-backup.json";

    public Task WriteAsync(DatabaseSettings settings, CancellationToken ct) =>
        Durable.WriteAsync(Path.Combine(settings.DataFolder, Name), JsonSerializer.SerializeToUtf8Bytes(this), ct);

    /// <summary>Null when none was made from this data folder, or the note can't be read.</summary>
    public static BackupNote? Read(DatabaseSettings settings)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupNote>(System.IO.File.ReadAllBytes(Path.Combine(settings.DataFolder, Name)));
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
