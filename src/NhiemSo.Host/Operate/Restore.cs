using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Search;

namespace NhiemSo.Host.Operate;

/// <summary>What a restore brought and how it was checked.</summary>
internal sealed record Restored(BackupManifest Backup, AuditReport Audit);

/// <summary>
/// Puts a backup into an empty database of either engine and an empty data folder: all rows in one transaction, counted against
/// the manifest before it ends, each file against its hash; then the whole trail is verified.
/// </summary>
internal sealed class Restore(DepartmentDb db, DatabaseSettings settings, Migrator migrator, AuditVerifier audit, RuleShelf shelf, SearchRebuild search)
{
    /// <param name="progress">Called with a name and its share done, 0 to 1.</param>
    public async Task<Outcome<Restored>> ReadAsync(string path, Action<string, double> progress, CancellationToken ct)
    {
        ZipArchive zip;
        try
        {
            zip = await ZipFile.OpenReadAsync(path, ct);
        }
        catch (InvalidDataException)
        {
            return Problem.Invalid($"{path} không phải là tệp sao lưu, hoặc đã hỏng.");
        }

        await using var opened = zip;
        if (zip.GetEntry(BackupManifest.Entry) is not { } entry) return Problem.Invalid($"{path} không phải là tệp sao lưu, hoặc chưa ghi xong.");
        BackupManifest manifest;
        await using (var json = entry.Open()) manifest = (await JsonSerializer.DeserializeAsync<BackupManifest>(json, cancellationToken: ct))!;
        if (manifest.Format != BackupManifest.Current) return Problem.Invalid($"Tệp sao lưu theo dạng {manifest.Format}, chương trình này đọc dạng {BackupManifest.Current}.");
        if (!manifest.Schema.SequenceEqual(BackupManifest.SchemaOf(db.Database.GetMigrations())))
            return Problem.Invalid($"Tệp sao lưu từ phiên bản khác của chương trình (lược đồ {manifest.Schema[^1]}). Phục hồi bằng phiên bản đó, rồi chạy migrate bằng phiên bản này.");
        if (FilesThere() is { } there) return Problem.WrongState($"Thư mục {there} đã có tệp. Chỉ phục hồi vào thư mục dữ liệu trống.");
        await migrator.MigrateAsync(ct);
        var filled = await FillAsync(zip, manifest, progress, ct);
        if (!filled.Ok) return filled.Problem;
        // The index is in no backup: it is written anew from what came back.
        await shelf.RefreshAsync(ct, now: true);
        await search.RunAsync(all: true, ct);
        return new Restored(manifest, await audit.VerifyAsync(ct));
    }

    private string? FilesThere() => BackupManifest.Folders.Select(f => Path.Combine(settings.DataFolder, f))
        .FirstOrDefault(f => Directory.Exists(f) && Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories).Any());

    private async Task<Outcome<Done>> FillAsync(ZipArchive zip, BackupManifest manifest, Action<string, double> progress, CancellationToken ct)
    {
        var tables = DumpedTable.All(db);
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var table in tables)
            if (await table.CountAsync(connection, transaction, ct) > 0) return Problem.WrongState($"Cơ sở dữ liệu đã có dữ liệu (bảng {table.Name}). Chỉ phục hồi vào cơ sở dữ liệu trống.");
        foreach (var (table, i) in tables.Select((t, i) => (t, i)))
        {
            if (zip.GetEntry($"tables/{table.Name}.jsonl") is not { } entry) return Problem.Invalid($"Tệp sao lưu thiếu bảng {table.Name}.");
            await TableAsync(entry, table, connection, transaction, ct);
            var (found, expected) = (await table.CountAsync(connection, transaction, ct), manifest.Rows[table.Name]);
            if (found != expected) return Problem.Invalid($"Bảng {table.Name} có {found} dòng, lúc sao lưu có {expected}. Chưa phục hồi gì.");
            progress("Dữ liệu", (i + 1.0) / tables.Count);
        }

        var files = await FilesAsync(zip, progress, ct);
        if (!files.Ok) return files;
        await transaction.CommitAsync(CancellationToken.None);
        return Done.Yes;
    }

    private async Task TableAsync(ZipArchiveEntry entry, DumpedTable table, DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        using var lines = new StreamReader(entry.Open());
        var names = JsonSerializer.Deserialize<string[]>(await lines.ReadLineAsync(ct) ?? "[]")!;
        if (!names.SequenceEqual(table.Columns.Select(c => c.Name))) throw new InvalidDataException($"The columns of {table.Name} are not those of this program.");
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (table.Insert, transaction);
        foreach (var i in Enumerable.Range(0, table.Columns.Count))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        while (await lines.ReadLineAsync(ct) is { } line)
        {
            foreach (var (value, i) in RowText.Read(line, table.Columns).Select((v, i) => (v, i))) command.Parameters[i].Value = value;
            await command.ExecuteNonQueryAsync(ct);
        }

        if (settings.Engine == Engine.Postgres)
            foreach (var column in table.Columns.Where(c => c.Generated)) await ContinueAsync(table.Name, column.Name, connection, transaction, ct);
    }

    /// <summary>The next generated number follows the restored ones.</summary>
    private static async Task ContinueAsync(string table, string column, DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = ($"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), COALESCE((SELECT MAX(\"{column}\") FROM \"{table}\"), 0) + 1, false)", transaction);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<Outcome<Done>> FilesAsync(ZipArchive zip, Action<string, double> progress, CancellationToken ct)
    {
        var entries = zip.Entries.Where(e => BackupManifest.Folders.Any(f => e.FullName.StartsWith(f + "/", StringComparison.Ordinal))).ToList();
        var root = Path.GetFullPath(settings.DataFolder) + Path.DirectorySeparatorChar;
        foreach (var (entry, i) in entries.Select((e, i) => (e, i)))
        {
            var path = Path.GetFullPath(Path.Combine(root, entry.FullName));
            if (!path.StartsWith(root, StringComparison.Ordinal)) return Problem.Invalid($"Tệp sao lưu chứa đường dẫn ra ngoài thư mục dữ liệu: {entry.FullName}.");
            await using var content = new MemoryStream();
            await using (var from = entry.Open()) await from.CopyToAsync(content, ct);
            var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
            if (entry.FullName.StartsWith("files/", StringComparison.Ordinal) && Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) != entry.Name)
                return Problem.Invalid($"Tệp {entry.Name} trong bản sao lưu không đúng nội dung. Chưa phục hồi gì.");
            await Durable.WriteAsync(path, bytes, ct);
            if (entry.FullName.StartsWith("keys/", StringComparison.Ordinal) && !OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            progress("Tệp", (i + 1.0) / entries.Count);
        }

        return Done.Yes;
    }
}
