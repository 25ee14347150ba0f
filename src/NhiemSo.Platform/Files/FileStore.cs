using System.Security.Cryptography;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Files;

/// <summary>A file on disk that nothing refers to yet; hand it to <see cref="MatterFiles.AttachAsync"/> inside the act.</summary>
public sealed record Stored(string Hash, long Size, FileType Type, string Name);

/// <summary>
/// Bytes under their SHA-256 in <c>files/ab/cd/hash</c>. Put before the act: when it answers, content and folder are on disk.
/// What no act refers to in the end is swept after the grace period.
/// </summary>
public sealed class FileStore(DatabaseSettings settings, TimeProvider time)
{
    /// <summary>Bytes an upload may have unless its use says otherwise: 20 MB.</summary>
    public const long DefaultLimit = 20L << 20;

    internal string Root => Path.Combine(settings.DataFolder, "files");

    internal string Incoming => Path.Combine(Root, "tmp");

    internal string PathOf(string hash) => Path.Combine(Root, hash[..2], hash[2..4], hash);

    /// <summary>Takes a file in: counted, hashed, looked through, named; a refusal says in Vietnamese what to do.</summary>
    /// <param name="content">Read once to its end or to the limit.</param>
    /// <param name="name">As its owner named it.</param>
    /// <param name="limit">Largest size in bytes.</param>
    /// <param name="accepted">Kinds taken here; null for all that the office takes.</param>
    public async Task<Outcome<Stored>> PutAsync(Stream content, string? name, CancellationToken ct, long limit = DefaultLimit, IReadOnlyList<FileType>? accepted = null)
    {
        var clean = FileNames.Clean(name);
        Durable.CreateFolder(Incoming);
        var temporary = Path.Combine(Incoming, Guid.CreateVersion7().ToString("N"));
        try
        {
            await using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
            if (await CopyAsync(content, file, limit, ct) is not { } hash)
                return Problem.Field("", $"Tệp “{clean}” lớn hơn mức cho phép ({limit / (1 << 20)} MB).");
            if (file.Length == 0) return Problem.Field("", $"Tệp “{clean}” rỗng.");
            var type = await Inspection.OfAsync(file, clean, accepted ?? FileType.All, ct);
            if (!type.Ok) return type.Problem;
            file.Flush(flushToDisk: true);
            Keep(temporary, hash);
            return new Stored(hash, file.Length, type.Value, clean);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The bytes; only for a room that has asked for the right itself: a hash gives none.</summary>
    public FileStream OpenRead(string hash) =>
        new(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, FileOptions.Asynchronous | FileOptions.SequentialScan);

    private void Keep(string temporary, string hash)
    {
        var path = PathOf(hash);
        Durable.CreateFolder(Path.GetDirectoryName(path)!);
        // The same bytes again: renaming over them also renews the time, so that the sweep leaves them to the coming act.
        File.SetLastWriteTimeUtc(temporary, time.UtcNow());
        Durable.MoveInto(temporary, path);
    }

    private static async Task<string?> CopyAsync(Stream from, Stream to, long limit, CancellationToken ct)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        var size = 0L;
        for (int read; (read = await from.ReadAsync(buffer, ct)) > 0;)
        {
            if ((size += read) > limit) return null;
            sha.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
