using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NhiemSo.Documents.Model;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Rules;
using NhiemSo.Registers.Model;

namespace NhiemSo.HouseTests.Upgrade;

/// <summary>What stood in a fixture when it was made.</summary>
/// <param name="Schema">Its migrations.</param>
/// <param name="Open">A dossier whose officer may go on with it.</param>
/// <param name="Document">Address of a signed licence.</param>
internal sealed record FixtureFacts(DateTime At, IReadOnlyList<string> Schema, IReadOnlyDictionary<string, int> Counts, Guid Open, string Document, string Register, string Licence, string Holder)
{
    public const string Entry = "facts.json";

    public static async Task<IReadOnlyDictionary<string, int>> CountAsync(DepartmentDb db) => new SortedDictionary<string, int>(StringComparer.Ordinal)
    {
        ["matters"] = await db.Set<Matter>().CountAsync(), ["dossiers"] = await db.Set<Dossier>().CountAsync(), ["documents"] = await db.Set<Document>().CountAsync(),
        ["register entries"] = await db.Set<RegisterEntry>().CountAsync(), ["audit entries"] = await db.Set<AuditEntry>().CountAsync(), ["numbers"] = await db.Set<NumberUse>().CountAsync(),
        ["files"] = await db.Set<StoredFile>().CountAsync(), ["rule versions"] = await db.Set<RuleVersion>().CountAsync(),
    };
}

/// <summary>
/// The data of a demo office as a release left it, one zip per engine under <c>fixtures/day</c>: the data folder and, of PostgreSQL,
/// what <c>pg_dump</c> wrote. Made by <c>deploy/new-upgrade-fixture</c>, never changed afterwards.
/// </summary>
internal static class Fixture
{
    private const string Dump = "nhiemso.sql";

    public static string Root { get; } = Path.Combine(Path.GetDirectoryName(Here())!, "fixtures");

    public static IEnumerable<string> Days => Directory.EnumerateDirectories(Root).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    public static async Task KeepAsync(string day, DatabaseSettings office, FixtureFacts facts)
    {
        if (office.Engine == Engine.Postgres) await RunAsync(office, "pg_dump", "--no-owner", "--no-privileges", "--file", Path.Combine(office.DataFolder, Dump));
        else await IntoOneFileAsync(office);
        await File.WriteAllTextAsync(Path.Combine(office.DataFolder, FixtureFacts.Entry), JsonSerializer.Serialize(facts, JsonSerializerOptions.Web));
        var zip = PathOf(day, office.Engine);
        Directory.CreateDirectory(Path.GetDirectoryName(zip)!);
        File.Delete(zip);
        await ZipFile.CreateFromDirectoryAsync(office.DataFolder, zip, CompressionLevel.SmallestSize, includeBaseDirectory: false);
    }

    /// <summary>Fills a bare database and its data folder.</summary>
    public static async Task<FixtureFacts> RestoreAsync(string day, DatabaseSettings bare)
    {
        await ZipFile.ExtractToDirectoryAsync(PathOf(day, bare.Engine), bare.DataFolder);
        if (bare.Engine == Engine.Postgres) await RunAsync(bare, "psql", "--no-psqlrc", "--quiet", "--output", "/dev/null", "--set", "ON_ERROR_STOP=1", "--file", Path.Combine(bare.DataFolder, Dump));
        return JsonSerializer.Deserialize<FixtureFacts>(await File.ReadAllTextAsync(Path.Combine(bare.DataFolder, FixtureFacts.Entry)), JsonSerializerOptions.Web)!;
    }

    private static string PathOf(string day, Engine engine) => Path.Combine(Root, day, $"{engine}.zip".ToLowerInvariant());

    /// <summary>The log goes into the database file; the files beside it go with the last connection.</summary>
    private static async Task IntoOneFileAsync(DatabaseSettings office)
    {
        await using var connection = new SqliteConnection(office.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); VACUUM";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task RunAsync(DatabaseSettings office, string tool, params string[] args)
    {
        var at = new NpgsqlConnectionStringBuilder(office.ConnectionString);
        using var process = Process.Start(new ProcessStartInfo(tool, ["--host", at.Host!, "--username", at.Username!, "--dbname", at.Database!, .. args]) { RedirectStandardError = true, UseShellExecute = false })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{tool}: {errors}");
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
