using Microsoft.EntityFrameworkCore;
using NhiemSo.Host.Serve;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Host.CommandLine;

/// <summary>Commands that work on the office's data, also beside a running server: the same services and the same short transactions.</summary>
internal static class OnOffice
{
    /// <summary>Whoever sits at the machine; the trail names the operating system's account.</summary>
    public static Actor Operator => new(null, Environment.UserName, "dòng lệnh của máy chủ");

    /// <summary>Runs <paramref name="command"/> on a database of this version of the program; else says what to do and answers 1.</summary>
    public static async Task<int> RunAsync(OfficeSettings settings, Func<IServiceProvider, Task<int>> command, CancellationToken ct, Action<IServiceCollection>? more = null)
    {
        if (settings.Database.Engine == Engine.Sqlite && !File.Exists(Path.Combine(settings.Database.DataFolder, "nhiemso.db")))
        {
            await Console.Error.WriteLineAsync($"Chưa có cơ sở dữ liệu trong {settings.Database.DataFolder}. Chạy ./run, hoặc ./nhiemso migrate rồi ./nhiemso rules import.");
            return 1;
        }

        await using var services = OfficeServices.Build(settings, more);
        await using var scope = services.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<DepartmentDb>().Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await Console.Error.WriteLineAsync("Cơ sở dữ liệu chưa ở phiên bản của chương trình này. Chạy ./nhiemso migrate trước.");
            return 1;
        }

        await services.GetRequiredService<RuleShelf>().RefreshAsync(ct, now: true);
        return await command(scope.ServiceProvider);
    }
}
