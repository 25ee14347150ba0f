using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using NhiemSo.Host.Demo;
using NhiemSo.Host.Serve;
using NhiemSo.JourneyTests;
using NhiemSo.Platform.Data;
using Xunit;

[assembly: AssemblyFixture(typeof(Stage))]
[assembly: JourneyOver]

namespace NhiemSo.JourneyTests;

/// <summary>The shipped server on an empty SQLite database with the demo department, and a real Chromium.</summary>
public sealed class Stage : IAsyncLifetime
{
    /// <summary>Milliseconds. Two browsers and a build on two cores are slow, not wrong.</summary>
    private const int Patience = 60_000;

    /// <summary>The headless shell takes less than half of the browser's time, but only the browser's own buttons speak Vietnamese.</summary>
    private static readonly string[] Browsers = Pictures.Drawn
        ? ["/usr/bin/chromium", "/usr/bin/chromium-headless-shell"]
        : ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome"];

    private readonly TimeProvider time;
    private readonly ConcurrentQueue<(string? Test, IBrowserContext Browser)> open = [];
    private readonly string folder = Directory.CreateTempSubdirectory("nhiemso-journeys-").FullName;
    private WebApplication app = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public Stage()
        : this(Pictures.Clock)
    {
    }

    /// <summary>A stage of one's own, on which a journey may turn the whole office round and the clock with it.</summary>
    internal Stage(TimeProvider time) => this.time = time;

    public string Address => app.Urls.First();

    public IServiceProvider Services => app.Services;

    public async ValueTask InitializeAsync()
    {
        var settings = OfficeSettings.From(null, folder, null) with { Database = DatabaseSettings.From(null, folder) };
        app = WebOffice.Build(settings, "http://127.0.0.1:0", b => b.Services.Replace(ServiceDescriptor.Singleton(time)));
        await WebOffice.PrepareAsync(app.Services, demo: true, CancellationToken.None);
        await app.StartAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Browsers.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("Install chromium-headless-shell."),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Somebody with a browser of their own, who leaves when the journey is over.</summary>
    public async Task<IPage> OpenAsync(int width, bool script = true)
    {
        await CloseAsync();
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = width > 600 ? 900 : 844 }, JavaScriptEnabled = script, Locale = "vi-VN", BaseURL = Address, HasTouch = width < 600 });
        open.Enqueue((TestContext.Current.Test?.UniqueID, context));
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>Whoever's journey is over: left open they came to a hundred processes.</summary>
    private async Task CloseAsync()
    {
        for (var left = open.Count; left > 0 && open.TryDequeue(out var one); left--)
        {
            if (JourneyOver.Knows(one.Test)) await one.Browser.CloseAsync();
            else open.Enqueue(one);
        }
    }

    public async Task<IPage> SignInAsync(string userName, int width)
    {
        var page = await OpenAsync(width);
        await page.GotoAsync("/dang-nhap");
        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync(DemoDepartment.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.WaitForURLAsync("**/viec");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
