using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Shell;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace NhiemSo.Platform.Clients;

/// <summary>OAuth 2 for programs: client credentials only, access tokens of one hour, checked against their entry at each call.</summary>
internal static class ClientServices
{
    public const string TokenPath = "/connect/token";

    public static void AddMachineClients(this IServiceCollection services)
    {
        services.AddOpenIddict()
            .AddCore(o => o.UseEntityFrameworkCore().UseDbContext<DepartmentDb>().ReplaceDefaultEntities<MachineClient, ClientAuthorization, ClientScope, ClientToken, Guid>())
            .AddServer(o =>
            {
                o.SetTokenEndpointUris(TokenPath).AllowClientCredentialsFlow().SetAccessTokenLifetime(TimeSpan.FromHours(1)).DisableAuthorizationStorage();
                o.AddEventHandler<HandleTokenRequestContext>(h => h.UseScopedHandler<TokenEndpoint>());
                // TLS ends at the reverse proxy; the program itself listens on loopback or inside the office's network.
                o.UseAspNetCore().DisableTransportSecurityRequirement();
            })
            .AddValidation(o =>
            {
                o.UseLocalServer();
                o.EnableTokenEntryValidation();
                o.UseAspNetCore();
            });
        services.AddOpenIddict().AddCore(o => o.ReplaceTokenStore<ClientToken, TokenStore>());
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, TokenKeys>();
        services.AddOptions<OpenIddictServerOptions>().Configure<IEnumerable<ApiScope>>((o, scopes) => o.Scopes.UnionWith(scopes.Select(s => s.Name)));
        services.AddScoped<ClientDesk>();
        services.AddScoped<ClientView>();
        services.AddScoped<IJobHandler, TokenPruning>();
        services.AddSingleton(new DailyJob(TokenPruning.Name, new TimeOnly(3, 0)));
        services.AddSingleton<IMenuSource, ClientMenu>();
    }
}

internal sealed class ClientMenu : IMenuSource
{
    public IEnumerable<MenuItem> Items => [new("Ứng dụng kết nối", "/quan-tri/ung-dung", 903, "Quản trị", Role: nameof(Authority.Role.Admin))];
}
