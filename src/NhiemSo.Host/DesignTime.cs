using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;

namespace NhiemSo.Host;

/// <summary>
/// For <c>dotnet ef</c> only: the model of all rooms on the engine named by NHIEMSO_ENGINE (sqlite or postgres);
/// no database is opened to generate a migration or to compare the model with its snapshot.
/// </summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<DepartmentDb>
{
    public DepartmentDb CreateDbContext(string[] args)
    {
        var settings = Environment.GetEnvironmentVariable("NHIEMSO_ENGINE") == "postgres"
            ? new DatabaseSettings(Engine.Postgres, "Host=design-time", ".")
            : new DatabaseSettings(Engine.Sqlite, "Data Source=:memory:", ".");
        var options = new DbContextOptionsBuilder<DepartmentDb>();
        DataServices.Configure(options, settings);
        options.UseApplicationServiceProvider(new ServiceCollection().Configure<IdentityOptions>(IdentityServices.Schema).BuildServiceProvider());
        return new DepartmentDb(options.Options, new House(Rooms.All), new WriterGate(settings));
    }
}
