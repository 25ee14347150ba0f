using NhiemSo.Host.Settings;
using NhiemSo.Platform.Data;

namespace NhiemSo.Host.Serve;

/// <summary>The services of all rooms on one database: the same for the web server, the command line and the tests.</summary>
internal static class OfficeServices
{
    public static IServiceCollection AddOffice(this IServiceCollection services, OfficeSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(new Platform.Rules.RulesFolder(settings.RulesFolder));
        services.AddDepartmentData(settings.Database, Rooms.All);
        foreach (var room in Rooms.All) room.AddServices(services);
        services.AddScoped<OfficeStart>();
        services.AddScoped<Demo.DemoDepartment>();
        services.AddScoped<Operate.Backup>();
        services.AddScoped<Operate.Restore>();
        return services;
    }

    /// <summary>For commands that work beside a running server.</summary>
    /// <param name="more">Services that take the place of the usual ones, e.g. a clock.</param>
    public static ServiceProvider Build(OfficeSettings settings, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        more?.Invoke(services);
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddOfficeSettings(settings.Database.DataFolder).Build());
        services.AddOffice(settings);
        Platform.Identity.IdentityServices.AddOfficeIdentity(services);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
