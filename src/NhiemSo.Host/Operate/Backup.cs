using System.Data;
using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Host.Operate;

/// <summary>What lies in a backup, written last: an archive without it was not finished.</summary>
/// <param name="Schema">Names of the migrations without their times, which differ between the engines.</param>
/// <param name="Rows">Per table.</param>
internal sealed record BackupManifest(int Format, DateTime At, string Engine, IReadOnlyList<string> Schema, IReadOnlyDictionary<string, long> Rows, int Files, long FileBytes)
{
    public const string Entry = "manifest.json";

    public const int Current = 1;

    /// <summary>Folders of the data folder that go along; the settings file, which names this machine, does not.</summary>
    public static readonly IReadOnlyList<string> Folders = ["files", "keys", "checkpoints"];

    /// <summary>The migrations a database has, comparable between the engines.</summary>
    public static IReadOnlyList<string> SchemaOf(IEnumerable<string> migrations) => [.. migrations.Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..])];
}

/// <summary>
/// Writes one zip: every table as JSON lines, all read in one snapshot while the office goes on working, then files, keys and checkpoints.
/// Files are kept longer than any backup takes, so those that the snapshot names are still there.
/// </summary>
internal sealed class Backup(DepartmentDb db, DatabaseSettings settings, TimeProvider time)
{
    /// <param name="progress">Called with a name and its share done, 0 to 1.</param>
    public async Task<BackupManifest> WriteAsync(string path, Action<string, double> progress, CancellationToken ct)
    {
        var schema = BackupManifest.SchemaOf(await db.Database.GetAppliedMigrationsAsync(ct));
        var temporary = path + ".tmp";
        BackupManifest manifest;
        try
        {
            // It holds the keys and everybody's data: for its owner only.
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using var file = new FileStream(temporary, options);
            await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                var rows = await TablesAsync(zip, progress, ct);
                var (files, bytes) = await FilesAsync(zip, progress, ct);
                manifest = new BackupManifest(BackupManifest.Current, time.UtcNow(), settings.Engine.ToString(), schema, rows, files, bytes);
                await using var entry = zip.CreateEntry(BackupManifest.Entry).Open();
                await JsonSerializer.SerializeAsync(entry, manifest, cancellationToken: ct);
            }

            file.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        Durable.MoveInto(temporary, Path.GetFullPath(path));
        return manifest;
    }

    private async Task<IReadOnlyDictionary<string, long>> TablesAsync(ZipArchive zip, Action<string, double> progress, CancellationToken ct)
    {
        var tables = DumpedTable.All(db);
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        // A deferred transaction of SQLite reads one state of the log and keeps no writer waiting.
        await using var snapshot = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (table, i) in tables.Select((t, i) => (t, i)))
        {
            rows[table.Name] = await TableAsync(zip, table, connection, snapshot, ct);
            progress("Dữ liệu", (i + 1.0) / tables.Count);
        }

        return rows;
    }

    private static async Task<long> TableAsync(ZipArchive zip, DumpedTable table, DbConnection connection, DbTransaction snapshot, CancellationToken ct)
    {
        await using var entry = zip.CreateEntry($"tables/{table.Name}.jsonl", CompressionLevel.Fastest).Open();
        await using var buffered = new BufferedStream(entry, 1 << 16);
        await JsonSerializer.SerializeAsync(buffered, table.Columns.Select(c => c.Name), cancellationToken: ct);
        buffered.WriteByte((byte)'\n');
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (table.Select, snapshot);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var count = 0L;
        for (; await reader.ReadAsync(ct); count++) RowText.Write(buffered, reader, table.Columns);
        return count;
    }

    private async Task<(int Files, long Bytes)> FilesAsync(ZipArchive zip, Action<string, double> progress, CancellationToken ct)
    {
        var paths = BackupManifest.Folders.Select(f => Path.Combine(settings.DataFolder, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories))
            .Where(p => !p.EndsWith(".tmp", StringComparison.Ordinal) && !Path.GetRelativePath(settings.DataFolder, p).StartsWith(Path.Combine("files", "tmp"), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        var bytes = 0L;
        foreach (var (path, i) in paths.Select((p, i) => (p, i)))
        {
            var name = Path.GetRelativePath(settings.DataFolder, path).Replace('\\', '/');
            await using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var to = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            await from.CopyToAsync(to, ct);
            bytes += from.Length;
            progress("Tệp", (i + 1.0) / paths.Count);
        }

        return (paths.Count, bytes);
    }
}
