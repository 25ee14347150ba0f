using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Rooms;

namespace NhiemSo.Platform;

/// <summary>The ground floor: what any office needs, knowing nothing of departments.</summary>
public sealed class PlatformRoom : IRoom
{
    public string Name => "platform";

    public void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Readers>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<Numbers>();
    }

    public void AddTables(ModelBuilder model) => PlatformTables.Add(model);

    public void MapApi(IEndpointRouteBuilder api)
    {
    }
}
