using NhiemSo.Platform.Data;

namespace NhiemSo.Host.Serve;

/// <summary>The services of all rooms on one database: the same for the web server, the command line and the tests.</summary>
internal static class OfficeServices
{
    public static IServiceCollection AddOffice(this IServiceCollection services, OfficeSettings settings)
    {
        services.AddSingleton(settings);
        services.AddDepartmentData(settings.Database, Rooms.All);
        foreach (var room in Rooms.All) room.AddServices(services);
        services.AddScoped<OfficeStart>();
        services.AddScoped<Demo.DemoDepartment>();
        return services;
    }

    /// <summary>For commands that work beside a running server.</summary>
    public static ServiceProvider Build(OfficeSettings settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables("NHIEMSO_").Build());
        services.AddOffice(settings);
        Platform.Identity.IdentityServices.AddOfficeIdentity(services);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
