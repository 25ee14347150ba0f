using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace NhiemSo.Platform.Shell;

/// <summary>The page shell's services and its place in the pipeline.</summary>
public static class ShellServices
{
    // style-src and script-src without 'unsafe-inline': no page carries a style attribute or an inline script.
    private const string ContentPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    public static IMvcBuilder AddShell(this IServiceCollection services)
    {
        services.TryAddSingleton<IOfficeName, ConfiguredOfficeName>();
        services.AddProblemDetails();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "nhiemso-form";
            // The framework's usual is never.
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        // Vietnamese letters stay letters in the source of a page; the dangerous ones are still escaped.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // The request as a whole is bounded; a bound of each part besides would answer with the wrong sentence.
        services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = long.MaxValue);
        services.Configure<RequestLocalizationOptions>(o =>
        {
            var vi = CultureInfo.GetCultureInfo("vi-VN");
            o.DefaultRequestCulture = new RequestCulture(vi);
            o.SupportedCultures = [vi];
            o.SupportedUICultures = [vi];
            o.RequestCultureProviders.Clear();
        });
        return services.AddRazorPages(o => o.RootDirectory = "/").AddMvcOptions(o =>
        {
            FormReading.Configure(o);
            o.Filters.Add(new HandledOnly());
        });
    }

    /// <summary>First in the pipeline: errors in office Vietnamese for people, problem+json under <c>/api</c>; security headers; culture; routing; the size of what is sent. Authentication and authorisation come after it, by name.</summary>
    public static IApplicationBuilder UseShell(this IApplicationBuilder app)
    {
        app.UseWhen(IsApi, api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(http => !IsApi(http), pages => pages.UseExceptionHandler("/loi/500").UseStatusCodePagesWithReExecute("/loi/{0}"));
        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return next(http);
        });
        // Routing stands after the error pages, or running a request again for one would not find it.
        return app.UseRequestLocalization().UseRouting().UseMiddleware<TooLarge>();
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
