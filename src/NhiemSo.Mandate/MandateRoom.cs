using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Mandate.Model;
using NhiemSo.Platform.Rooms;

namespace NhiemSo.Mandate;

/// <summary>The mandate: a decision read into provisions and duties; it fills the directory.</summary>
public sealed class MandateRoom : IRoom
{
    public string Name => "mandate";

    public void AddServices(IServiceCollection services)
    {
    }

    public void AddTables(ModelBuilder model) => MandateTables.Add(model);

    public void MapApi(IEndpointRouteBuilder api)
    {
    }
}
