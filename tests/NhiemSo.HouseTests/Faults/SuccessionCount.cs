using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NhiemSo.Platform.Data;
using Npgsql;
using Shouldly;

namespace NhiemSo.HouseTests.Faults;

/// <summary>Counts a change-over in plain SQL, without a line of the program that does it.</summary>
internal sealed class SuccessionCount(DatabaseSettings settings)
{
    private const string Hex = "LOWER(REPLACE(CAST({0} AS TEXT), '-', ''))";

    public Task<int> OpenAsync() => CountAsync("SELECT COUNT(*) FROM pf_matter WHERE closed IS NULL");

    public Task<int> MovedAsync() => CountAsync("SELECT COUNT(*) FROM md_move WHERE kind = 0");

    public Task UntilMovedAsync(int moved) => UntilAsync(async () => await MovedAsync() >= moved);

    public Task UntilEndedAsync() => UntilAsync(async () => await CountAsync("SELECT COUNT(*) FROM md_succession WHERE state = 2") == 1 && await CountAsync("SELECT COUNT(*) FROM pf_job WHERE kind = 'mandate.succession' AND state = 1") == 1);

    public Task EndLeaseAsync() => CountAsync("UPDATE pf_job SET lease_until = run_at WHERE kind = 'mandate.succession' AND state = 0; SELECT 0");

    /// <summary>As if nobody knew that it had ended.</summary>
    public Task BeginAgainAsync() => CountAsync("UPDATE md_succession SET state = 1; UPDATE pf_job SET state = 0, tries = 0, lease_until = NULL, lease_by = NULL WHERE kind = 'mandate.succession'; SELECT 0");

    /// <summary>What a run leaves on matters: lines of the minutes, entries of their trails, their versions.</summary>
    public async Task<(int Lines, int Entries, int Versions)> TracesAsync() =>
        (await CountAsync("SELECT COUNT(*) FROM md_move"), await CountAsync("SELECT COUNT(*) FROM pf_audit_entry WHERE subject = 'matter'"), await CountAsync("SELECT SUM(version) FROM pf_matter"));

    /// <summary>Every open matter lies with the one unit that its duty went to, moved once, and the minutes name all that moved.</summary>
    public async Task ShouldHoldAsync(int matters)
    {
        (await OpenAsync()).ShouldBe(matters, "nothing was closed or lost");
        (await CountAsync("""
            SELECT COUNT(*) FROM pf_matter m WHERE m.closed IS NULL AND 1 = (
              SELECT COUNT(*) FROM md_duty_mapping d LEFT JOIN md_provision p ON p.id = d.new_id
              WHERE d.old_id = m.duty_id AND d.is_default AND COALESCE(p.unit_id, d.unit_id) = m.unit_id)
            """)).ShouldBe(matters, "each lies with the one unit that follows");
        (await CountAsync("SELECT COUNT(*) FROM pf_matter m JOIN pf_unit u ON u.id = m.unit_id WHERE m.closed IS NULL AND u.\"to\" IS NULL")).ShouldBe(matters, "a unit that is there");
        (await CountAsync($"SELECT COUNT(*) FROM pf_matter m JOIN pf_matter_scope s ON s.matter_id = m.id AND s.key = 'u:' || {Of("m.unit_id")} WHERE m.closed IS NULL")).ShouldBe(matters, "whose people see it");
        (await CountAsync($"SELECT COUNT(*) FROM pf_matter_scope s JOIN pf_unit u ON s.key = 'u:' || {Of("u.id")} WHERE u.\"to\" IS NOT NULL")).ShouldBe(0, "and nobody by a unit that is no more");
        (await CountAsync($"SELECT COUNT(DISTINCT l.subject) FROM md_move l JOIN pf_matter m ON l.subject = {Of("m.id")} WHERE l.kind = 0 AND l.moved AND m.closed IS NULL")).ShouldBe(matters, "each has its line in the minutes");
        (await MovedAsync()).ShouldBe(matters, "and no second one");
        (await CountAsync("SELECT COUNT(*) FROM (SELECT subject_id FROM pf_audit_entry WHERE subject = 'matter' AND act = 'chuyen-don-vi' GROUP BY subject_id HAVING COUNT(*) = 1) once")).ShouldBe(matters, "moved in one act");
        (await CountAsync("SELECT COUNT(*) FROM pf_audit_entry WHERE subject = 'matter' AND act = 'chuyen-don-vi'")).ShouldBe(matters);
        (await CountAsync($"SELECT COUNT(*) FROM pf_unit u LEFT JOIN md_move l ON l.kind = 1 AND l.subject = {Of("u.id")} WHERE u.\"to\" IS NOT NULL AND l.id IS NULL")).ShouldBe(0, "every unit that ended is in the minutes");
        (await CountAsync("SELECT COUNT(*) FROM md_move WHERE kind = 2")).ShouldBe(await CountAsync("SELECT COUNT(*) FROM pf_appointment a JOIN pf_position p ON p.id = a.position_id JOIN pf_unit u ON u.id = p.unit_id WHERE u.\"to\" IS NOT NULL"), "and every post that was in one");
        (await CountAsync("SELECT COUNT(*) FROM pf_audit_entry WHERE act = 'chuyen-quyet-dinh'")).ShouldBe(1, "the day came once");
    }

    private static string Of(string column) => string.Format(CultureInfo.InvariantCulture, Hex, column);

    private async Task<int> CountAsync(string sql)
    {
        await using DbConnection connection = settings.Engine == Engine.Sqlite ? new SqliteConnection(settings.ConnectionString) : new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task UntilAsync(Func<Task<bool>> so)
    {
        for (var i = 0; i < 12_000; i++)
        {
            if (await so()) return;
            await Task.Delay(5);
        }

        throw new TimeoutException("The run did not come so far.");
    }
}
