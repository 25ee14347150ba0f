using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using Xunit;

namespace NhiemSo.HouseTests.Million;

public sealed class Scratch
{
    [Fact(Explicit = true)]
    public async Task Run()
    {
        var c = Environment.GetEnvironmentVariable("LR_DB");
        var settings = DatabaseSettings.From(c, "/tmp/lr-m");
        var log = new Timed();
        var plans = new Plans(settings.Engine);
        await using var office = Office.Open(settings, services => services.ConfigureDbContext<DepartmentDb>(o => o.AddInterceptors(log)));
        await using var office2 = Office.Open(settings, services => services.ConfigureDbContext<DepartmentDb>(o => o.AddInterceptors(plans)));
        var id = await office.AskAsync((DepartmentDb db) => db.Set<Platform.Matters.Matter>().OrderBy(m => m.Id).Skip(50000).Select(m => m.Id).FirstAsync());
        await new Queries(office).AskAllAsync(id);
        log.Lines.Clear();
        await new Queries(office).AskAllAsync(id);
        var o = File.CreateText("/tmp/lr-scratch.txt");
        foreach (var (ms, sql) in log.Lines.OrderByDescending(l => l.Item1).Take(40)) o.WriteLine($"=== {ms:0.0} ms\n{sql}");
        await new Queries(office2).AskAllAsync(id);
        foreach (var p in plans.FullScans.Distinct()) o.WriteLine("#### SCAN\n" + p);
        o.Close();
    }

    private sealed class Timed : DbCommandInterceptor
    {
        public ConcurrentQueue<(double, string)> Lines { get; } = [];
        public override ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
        {
            Lines.Enqueue(((DateTimeOffset.UtcNow - eventData.StartTime).TotalMilliseconds, command.CommandText + "\n" + string.Join(", ", command.Parameters.Cast<DbParameter>().Select(p => p.ParameterName + "=" + p.Value))));
            return new(result);
        }
    }
}
