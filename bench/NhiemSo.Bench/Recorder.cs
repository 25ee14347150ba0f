using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Floor;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Bench;

/// <summary>Listens to one act of the house and keeps the statements with which it wrote, for the floor to send again.</summary>
internal sealed class Recorder : DbCommandInterceptor
{
    private readonly List<Written> written = [];

    public static async Task<IReadOnlyList<Written>> ActAsync(DatabaseSettings settings, Func<IServiceProvider, Task> act)
    {
        var recorder = new Recorder();
        await using var office = Office.Open(settings, services => services.ConfigureDbContext<DepartmentDb>(o => o.AddInterceptors(recorder)));
        office.Time.SetUtcNow(new DateTimeOffset(WebHouse.Start));
        await office.Services.GetRequiredService<RuleShelf>().RefreshAsync(CancellationToken.None, now: true);
        recorder.written.Clear();
        await office.AskAsync(async (IServiceProvider services) =>
        {
            await act(services);
            return true;
        });
        return recorder.written;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return new(result);
    }

    private void Keep(DbCommand command)
    {
        var sql = command.CommandText.TrimStart();
        if (!sql.StartsWith("INSERT", StringComparison.Ordinal) && !sql.StartsWith("UPDATE", StringComparison.Ordinal) && !sql.StartsWith("DELETE", StringComparison.Ordinal)) return;
        written.Add(new Written(sql, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value ?? DBNull.Value))]));
    }
}
