using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Operation;

public sealed class HealthTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task A_node_is_ready_while_database_schema_and_jobs_are_and_says_no_more_than_a_word(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var http = new HttpClient { BaseAddress = house.Address };
        (await AskAsync(http, "ready")).ShouldBe((HttpStatusCode.OK, "Healthy"));

        // A newer program before an older schema: alive, and not to be sent anybody.
        var last = await house.AskAsync(async (DepartmentDb db) => (await db.Database.GetAppliedMigrationsAsync()).Last());
        await house.AskAsync((DepartmentDb db) => db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" WHERE migration_id = {last}"""));
        (await AskAsync(http, "ready")).ShouldBe((HttpStatusCode.ServiceUnavailable, "Unhealthy"));
        (await AskAsync(http, "live")).ShouldBe((HttpStatusCode.OK, "Healthy"));
        house.Warnings.Lines.ShouldContain(l => l.Contains("this version's schema", StringComparison.Ordinal), "the log says what");
    }

    [Theory, BothEngines]
    public async Task A_node_whose_jobs_have_stopped_is_not_ready(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var http = new HttpClient { BaseAddress = house.Address };
        await house.Services.GetRequiredService<JobRunner>().StopAsync(CancellationToken.None);
        (await AskAsync(http, "ready")).ShouldBe((HttpStatusCode.ServiceUnavailable, "Unhealthy"));
        (await AskAsync(http, "live")).ShouldBe((HttpStatusCode.OK, "Healthy"));
    }

    [Fact]
    public async Task Without_its_database_a_node_is_alive_and_not_ready()
    {
        await using var house = await bed.FreshAsync(Engine.Postgres);
        using var http = new HttpClient { BaseAddress = house.Address };
        var server = await bed.Databases.PostgresAsync();
        var name = new Npgsql.NpgsqlConnectionStringBuilder(house.Settings.ConnectionString).Database;
        await ExecuteAsync(server, $"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false");
        await ExecuteAsync(server, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        (await AskAsync(http, "ready")).ShouldBe((HttpStatusCode.ServiceUnavailable, "Unhealthy"));
        (await AskAsync(http, "live")).ShouldBe((HttpStatusCode.OK, "Healthy"));
        await ExecuteAsync(server, $"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true");
        (await AskAsync(http, "ready")).ShouldBe((HttpStatusCode.OK, "Healthy"), "it is back as soon as the database is");
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpClient http, string what)
    {
        using var answer = await http.GetAsync("/healthz/" + what);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task ExecuteAsync(PostgresServer server, string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(server.ConnectionTo("postgres", pooling: false));
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
