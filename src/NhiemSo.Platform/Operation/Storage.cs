using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;

namespace NhiemSo.Platform.Operation;

/// <summary>Bytes under <c>files/</c> and when they were counted.</summary>
internal sealed record FolderSize(DateTime At, long Bytes, long Files);

/// <summary>What the office takes on its disks.</summary>
internal sealed class Storage(DatabaseSettings settings, FileStore files, TimeProvider time)
{
    private static readonly TimeSpan Good = TimeSpan.FromHours(1);

    private Task<FolderSize>? counting;

    /// <summary>The database with its indexes; with SQLite also its log.</summary>
    public async Task<long> DatabaseBytesAsync(DepartmentDb db, CancellationToken ct) => settings.Engine == Engine.Sqlite
        ? new[] { "", "-wal" }.Select(end => new FileInfo(Path.Combine(settings.DataFolder, "nhiemso.db" + end))).Where(f => f.Exists).Sum(f => f.Length)
        : (await db.Database.SqlQuery<long>($"""SELECT pg_database_size(current_database()) AS "Value" """).ToListAsync(ct))[0];

    /// <summary>The last count of the files, at most an hour old; null while the first one is being made, beside the pages.</summary>
    public FolderSize? Files()
    {
        var last = counting is { IsCompletedSuccessfully: true } ? counting.Result : null;
        if (counting is null or { IsFaulted: true } || (last is not null && last.At < time.GetUtcNow().UtcDateTime - Good)) counting = Task.Run(Count);
        return last;
    }

    /// <summary>Of the disk with the data folder: free, and all of it.</summary>
    public (long Free, long All) Disk()
    {
        var drive = new DriveInfo(settings.DataFolder);
        return (drive.AvailableFreeSpace, drive.TotalSize);
    }

    private FolderSize Count()
    {
        var (bytes, count) = (0L, 0L);
        if (Directory.Exists(files.Root))
        {
            foreach (var file in new DirectoryInfo(files.Root).EnumerateFiles("*", SearchOption.AllDirectories))
            {
                try
                {
                    (bytes, count) = (bytes + file.Length, count + 1);
                }
                catch (FileNotFoundException)
                {
                    // Put in its place or swept since it was listed.
                }
            }
        }

        return new FolderSize(time.GetUtcNow().UtcDateTime, bytes, count);
    }
}
