using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;

namespace NhiemSo.Platform.Organisation;

/// <summary>Whether this database holds the demo department. It never changes after the start, so it is asked once.</summary>
public sealed class DemoMark(IServiceScopeFactory scopes)
{
    private bool? demo;

    public async ValueTask<bool> IsDemoAsync(CancellationToken ct)
    {
        if (demo is { } known) return known;
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<DepartmentDb>().Set<Account>();
        if (!await accounts.AnyAsync(ct)) return false;
        demo = await accounts.AnyAsync(a => a.Demo, ct);
        return demo.Value;
    }
}
