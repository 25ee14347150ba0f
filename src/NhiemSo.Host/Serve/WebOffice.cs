using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.FileProviders;
using NhiemSo.Host.Demo;
using NhiemSo.Host.Serve.Watch;
using NhiemSo.Host.Settings;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Identity.Sessions;
using NhiemSo.Platform.Notifications.Sms;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell;
using Scalar.AspNetCore;

namespace NhiemSo.Host.Serve;

/// <summary>The web server: composition of the rooms and nothing else.</summary>
internal static class WebOffice
{
    /// <param name="urls">Addresses to listen on, separated by ';'.</param>
    /// <param name="more">Further services, e.g. a test's clock.</param>
    public static WebApplication Build(OfficeSettings settings, string urls, Action<WebApplicationBuilder>? more = null)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebOffice).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production,
        });
        builder.Configuration.AddOfficeSettings(settings.Database.DataFolder);
        builder.WebHost.UseUrls(urls.Split(';')).ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            // One file and the page's text; pages that take several say so themselves.
            k.Limits.MaxRequestBodySize = 2 * FileStore.DefaultLimit;
        });
        builder.Environment.WebRootFileProvider = new ManifestEmbeddedFileProvider(typeof(ShellServices).Assembly, "wwwroot");
        OfficeLog.Add(builder);
        // Read now: a setting that can't be meant stops the start, not the first act that has something to tell.
        builder.Services.AddSingleton(new SmsGateway(SmsSettings.From(builder.Configuration)));
        builder.Services.AddOffice(settings);
        builder.Services.AddOfficeIdentity();
        builder.Services.AddDataProtection().ProtectKeysWithCertificate(KeyCertificate.OpenOrMake(settings.Database.DataFolder));
        builder.Services.AddShell();
        builder.Services.AddOpenApi("v1", o => o.AddDocumentTransformer<ApiSecurity>().AddOperationTransformer<ApiSecurity>().AddOperationTransformer<ApiExamples>()
            .AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Nhiệm Sở";
                return Task.CompletedTask;
            }));
        builder.Services.AddHealth();
        more?.Invoke(builder);
        builder.Services.AddSingleton(SignInSettings.From(builder.Configuration));
        builder.AddTelemetry();
        return Pipeline(builder.Build());
    }

    private static WebApplication Pipeline(WebApplication app)
    {
        app.UseKnownProxies();
        if (Telemetry.IsOn(app.Configuration)) app.UseMiddleware<RequestNames>();
        app.UseShell();
        app.UseStaticFiles();
        // Whether the house is alive is answered also when its database isn't.
        app.UseWhen(http => !http.Request.Path.StartsWithSegments(HealthAddresses.Folder, StringComparison.Ordinal), pages => pages.UseMiddleware<FreshRules>());
        app.UseRouting();
        // Answers /connect/token, too, which has no route.
        app.UseAuthentication();
        // What isn't there is not found, and what routing refuses (405, 415) is refused, for whoever asks: the fallback policy would
        // lead a citizen's slip of the key to the staff's sign-in.
        app.UseWhen(http => http.GetEndpoint() is not RouteEndpoint, nowhere => nowhere.Run(http =>
        {
            if (http.GetEndpoint() is { RequestDelegate: { } refuse }) return refuse(http);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }));
        app.UseAuthorization();
        app.MapRazorPages();
        foreach (var room in Rooms.All) room.MapPages(app);
        var api = app.MapGroup("/api/v1");
        foreach (var room in Rooms.All) room.MapApi(api);
        // One document there is; asked for another, the framework would answer in plain text.
        app.MapOpenApi("/api/{documentName:regex(^v1$)}/openapi.json").AllowAnonymous();
        app.MapScalarApiReference("/api/docs", o => o.WithOpenApiRoutePattern("/api/{documentName}/openapi.json")).AllowAnonymous();
        app.MapHealth();
        return app;
    }

    /// <summary>Before the first request: schema, rules on an empty database, the demo department unless it is to stay empty.</summary>
    public static async Task<Prepared> PrepareAsync(IServiceProvider services, bool demo, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var office = scope.ServiceProvider;
        var applied = await office.GetRequiredService<Migrator>().MigrateAsync(ct);
        var start = office.GetRequiredService<OfficeStart>();
        return await start.RunAsync(applied.Count, demo, ct);
    }
}

/// <summary>A node learns of published rules before it answers.</summary>
internal sealed class FreshRules(RequestDelegate next, RuleShelf shelf)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await shelf.RefreshAsync(http.RequestAborted);
        await next(http);
    }
}
