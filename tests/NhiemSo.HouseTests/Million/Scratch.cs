using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Evidence;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Authority;
using Xunit;

namespace NhiemSo.HouseTests.Million;

public sealed class Scratch
{
    [Fact(Explicit = true)]
    public async Task Run()
    {
        var settings = DatabaseSettings.From(Environment.GetEnvironmentVariable("LR_DB"), "/tmp/lr-m");
        var log = new Timed();
        var plans = new Plans(settings.Engine);
        await using var office = Office.Open(settings, services => services.ConfigureDbContext<DepartmentDb>(o => o.AddInterceptors(log)));
        await using var office2 = Office.Open(settings, services => services.ConfigureDbContext<DepartmentDb>(o => o.AddInterceptors(plans)));
        var id = await office.AskAsync((DepartmentDb db) => db.Set<Platform.Matters.Matter>().OrderBy(m => m.Id).Skip(50000).Select(m => m.Id).FirstAsync());
        await new Queries(office).AskAllAsync(id);
        log.Lines.Clear();
        await new Queries(office).AskAllAsync(id);
        using var o = File.CreateText("/tmp/lr-scratch.txt");
        foreach (var g in log.Lines.GroupBy(l => l.Item2).OrderByDescending(g => g.Max(l => l.Item1)).Take(25)) o.WriteLine($"=== {string.Join(' ', g.Select(x => x.Item1.ToString("0.0")))} ms\n{g.Key}\n{g.MaxBy(x => x.Item1).Item3}");
        foreach (var g in log.Acts) o.WriteLine(g);
        await new Queries(office2).AskAllAsync(id);
        foreach (var p in plans.FullScans.Distinct()) o.WriteLine("#### SCAN\n" + p);
        foreach (var p in plans.All.Distinct()) o.WriteLine("#### PLAN\n" + p);
    }

    private sealed class Timed : DbCommandInterceptor
    {
        public ConcurrentQueue<(double, string, string)> Lines { get; } = [];
        public ConcurrentQueue<string> Acts { get; } = [];
        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            Lines.Enqueue((eventData.Duration.TotalMilliseconds, command.CommandText, string.Join(", ", command.Parameters.Cast<DbParameter>().Select(p => p.ParameterName + "=" + p.Value))));
            return new(result);
        }
    }
}
