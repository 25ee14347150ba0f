using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NhiemSo.Platform.Data;

namespace NhiemSo.Bench;

/// <summary>Programs of their own, as they are built: from the start to the first page, and how much memory they then hold.</summary>
internal sealed class Starting : IAsyncDisposable
{
    private readonly Process process;

    private Starting(Process process, HttpClient http) => (this.process, Http) = (process, http);

    private HttpClient Http { get; }

    public static Pair Pair(string name, DatabaseSettings settings) =>
        new(name, "start to first page with an existing database against an ASP.NET Core app with EF Core and one Razor page", async () => await (await FloorAsync(settings)).DisposeAsync(), async () => await (await HouseAsync(settings)).DisposeAsync()) { Most = 3 };

    /// <summary>Resident memory some seconds after the start, and while sixteen visitors read.</summary>
    public static async Task<string> MemoryAsync(DatabaseSettings settings)
    {
        await using var house = await HouseAsync(settings);
        await Task.Delay(TimeSpan.FromSeconds(5));
        var idle = house.Megabytes();
        var (stop, read) = (DateTime.UtcNow.AddSeconds(10), 0);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            while (DateTime.UtcNow < stop)
                foreach (var path in (string[])["/", "/thu-tuc", "/danh-sach-cong-khai", "/tra-cuu"])
                {
                    (await house.Http.GetAsync(new Uri(path, UriKind.Relative))).Dispose();
                    Interlocked.Increment(ref read);
                }
        }));
        return string.Create(CultureInfo.InvariantCulture, $"resident memory, {settings.Engine}: {idle} MB idle, {house.Megabytes()} MB after {read} public pages to 16 visitors");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Task<Starting> HouseAsync(DatabaseSettings settings) =>
        StartAsync("NhiemSo.Host.dll", ["serve", "--data", settings.DataFolder, .. settings.Engine == Engine.Postgres ? (string[])["--database", settings.ConnectionString] : []]);

    private static Task<Starting> FloorAsync(DatabaseSettings settings) => StartAsync("NhiemSo.FloorApp.dll", ["--database", settings.ConnectionString]);

    private static async Task<Starting> StartAsync(string program, string[] arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments, "--urls", address])
        { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory };
        var running = Process.Start(start)!;
        running.BeginOutputReadLine();
        running.BeginErrorReadLine();
        var started = new Starting(running, new HttpClient { BaseAddress = new Uri(address) });
        for (var tries = 0; tries < 6000 && !running.HasExited; tries++)
        {
            if (await started.AnswersAsync()) return started;
            await Task.Delay(10);
        }

        throw new InvalidOperationException($"{program} did not answer.");
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri("/", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private long Megabytes()
    {
        process.Refresh();
        return process.WorkingSet64 / 1_000_000;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
