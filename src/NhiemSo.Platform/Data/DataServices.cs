using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Platform.Operation;
using NhiemSo.Platform.Rooms;

namespace NhiemSo.Platform.Data;

public static class DataServices
{
    public const string SqliteMigrations = "NhiemSo.Migrations.Sqlite";
    public const string PostgresMigrations = "NhiemSo.Migrations.Postgres";

    public static IServiceCollection AddDepartmentData(this IServiceCollection services, DatabaseSettings settings, IReadOnlyList<IRoom> rooms)
    {
        services.AddSingleton(settings);
        services.AddSingleton(new House(rooms));
        services.AddSingleton<WriterGate>();
        services.AddSingleton<SlowQueries>();
        services.AddDbContext<DepartmentDb>((s, o) =>
        {
            Configure(o, settings);
            o.AddInterceptors(s.GetRequiredService<SlowQueries>());
        });
        services.AddScoped<Work>();
        services.AddScoped<Migrator>();
        return services;
    }

    /// <summary>Engine, naming and durable settings; also used at design time to generate migrations.</summary>
    public static void Configure(DbContextOptionsBuilder options, DatabaseSettings settings)
    {
        if (settings.Engine == Engine.Sqlite)
            options.UseSqlite(settings.ConnectionString, o => o.MigrationsAssembly(SqliteMigrations)).AddInterceptors(new SqlitePragmas());
        else
            options.UseNpgsql(settings.ConnectionString, o => o.MigrationsAssembly(PostgresMigrations));
        // A page of rows without an order is any rows; EF only warns.
        options.UseSnakeCaseNamingConvention().ConfigureWarnings(w => w.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
    }
}
