using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Data;

/// <summary>What is answered as done is on disk: asked of the connections that the program really uses.</summary>
public sealed class DurabilityTests(TestBed bed) : IClassFixture<TestBed>
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "30000")]
    public async Task Sqlite_syncs_each_commit_and_waits_for_other_writers(string pragma, string expected)
    {
        var office = await bed.OpenAsync(Engine.Sqlite);
        (await ScalarAsync(office, $"PRAGMA {pragma}")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("fsync", "on")]
    [InlineData("synchronous_commit", "on")]
    [InlineData("full_page_writes", "on")]
    public async Task Postgres_syncs_each_commit(string setting, string expected)
    {
        var office = await bed.OpenAsync(Engine.Postgres);
        (await ScalarAsync(office, $"SHOW {setting}")).ShouldBe(expected);
    }

    private static Task<string?> ScalarAsync(Office office, string sql) => office.AskAsync(async (DepartmentDb db) =>
    {
        // Once opened, closed and taken from the pool again, as every query does.
        await db.Database.OpenConnectionAsync();
        await db.Database.CloseConnectionAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    });
}
