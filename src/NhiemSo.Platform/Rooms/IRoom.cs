using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace NhiemSo.Platform.Rooms;

/// <summary>
/// A room of the house: one project with one entry class. It hands in its services, its tables and its API;
/// pages are found by themselves. The host lists the rooms in one place.
/// </summary>
public interface IRoom
{
    /// <summary>Short name in English; also the prefix of the room's tables.</summary>
    string Name { get; }

    void AddServices(IServiceCollection services);

    void AddTables(ModelBuilder model);

    /// <summary>Maps the room's API under <c>/api/v1</c>.</summary>
    void MapApi(IEndpointRouteBuilder api);

    /// <summary>Maps addresses beside the pages that no person reads.</summary>
    void MapPages(IEndpointRouteBuilder routes)
    {
    }
}
