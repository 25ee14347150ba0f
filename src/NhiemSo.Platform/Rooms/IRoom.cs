using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Platform.OperatorSettings;

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

    /// <summary>What the operator may set for it; what no room and not the host names is refused at start.</summary>
    IReadOnlyList<Setting> Settings => [];

    /// <summary>Those of them that go together.</summary>
    IReadOnlyList<SettingsTogether> SettingsTogether => [];

    void AddTables(ModelBuilder model);

    /// <summary>Maps the room's API under <c>/api/v1</c>.</summary>
    void MapApi(IEndpointRouteBuilder api);

    /// <summary>Maps addresses beside the pages that no person reads.</summary>
    void MapPages(IEndpointRouteBuilder routes)
    {
    }
}
