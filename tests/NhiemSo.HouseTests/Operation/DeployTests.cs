using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Operation;

/// <summary>The files of <c>deploy/</c> are what their own programs take.</summary>
public sealed class DeployTests(WebBed bed) : IClassFixture<WebBed>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("nhiemso-deploy-").FullName;

    [Fact]
    public async Task Systemd_takes_the_units_and_finds_the_server_shut_in()
    {
        Assert.SkipUnless(Exists("systemd-analyze"), "systemd-analyze is not on this machine");
        foreach (var unit in Directory.EnumerateFiles(Path.Combine(OperatorGuide.Root, "deploy/systemd")))
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(unit)), (await File.ReadAllTextAsync(unit)).Replace("/usr/bin/dotnet", Environment.ProcessPath!, StringComparison.Ordinal));
        var units = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).ToArray();
        units.Length.ShouldBe(3);
        var verified = await RunAsync("systemd-analyze", ["verify", "--man=no", .. units]);
        (verified.Code, verified.Text.Trim()).ShouldBe((0, ""));
        // 0 is shut in entirely, 10 not at all; a server that reads the network can't come under 1.
        (await RunAsync("systemd-analyze", ["security", "--offline=true", "--threshold=20", units.Single(u => u.EndsWith("nhiemso.service", StringComparison.Ordinal))])).Code.ShouldBe(0);

        File.AppendAllText(units[^1], "\n[Service]\nProtectSytem=strict\n");
        (await RunAsync("systemd-analyze", ["verify", "--man=no", .. units])).Text.ShouldContain("ProtectSytem", customMessage: "a slip is seen");
    }

    [Fact]
    public async Task Nginx_takes_the_configuration_and_leads_to_a_house_that_knows_who_calls()
    {
        Assert.SkipUnless(Exists("nginx"), "nginx is not on this machine");
        var house = await bed.OpenAsync(Engine.Sqlite);
        var (plain, tls) = (FreePort(), FreePort());
        using var certificate = Write(house.Address, plain, tls);
        var tested = await NginxAsync("-t");
        tested.Code.ShouldBe(0, tested.Text);
        (await NginxAsync()).Code.ShouldBe(0);
        try
        {
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificate }, RevocationMode = X509RevocationMode.NoCheck };
            using var http = new HttpClient(handler);
            (await http.GetAsync($"http://127.0.0.1:{plain}/tim?q=x")).Headers.Location.ShouldBe(new Uri("https://127.0.0.1/tim?q=x"));
            var at = new Uri($"https://127.0.0.1:{tls}");
            using var page = await http.GetAsync(new Uri(at, "/dang-nhap"));
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            page.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
            page.Headers.GetValues("Set-Cookie").ShouldAllBe(c => c.Contains("secure", StringComparison.OrdinalIgnoreCase), "the house was told that TLS was used");
            (await http.GetAsync(new Uri(at, "/healthz/ready"))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "not for strangers");
            File.ReadAllText(Path.Combine(folder, "access.log")).ShouldNotContain("/dang-nhap", customMessage: "addresses of pages are not logged");
        }
        finally
        {
            await NginxAsync("-s", "stop");
        }
    }

    [Fact]
    public async Task Postgres_takes_each_setting_and_the_durable_ones_are_on()
    {
        var server = await bed.Databases.PostgresAsync();
        var source = Path.Combine(OperatorGuide.Root, "deploy/postgresql/nhiemso.conf");
        var (main, copy) = (Path.Combine(server.Folder, "data/postgresql.conf"), Path.Combine(server.Folder, "nhiemso.conf"));
        var before = await File.ReadAllTextAsync(main);
        await File.WriteAllTextAsync(copy, await File.ReadAllTextAsync(source));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.OtherRead | UnixFileMode.GroupRead);
        try
        {
            // Read and judged by the server, and not taken over: nobody asks it to reload.
            await File.AppendAllTextAsync(main, $"\ninclude '{copy}'\n");
            await using var connection = new Npgsql.NpgsqlConnection(server.ConnectionTo("postgres", pooling: false));
            await connection.OpenAsync();
            await using var command = new Npgsql.NpgsqlCommand("SELECT f.name, f.setting, f.error, s.name IS NOT NULL FROM pg_file_settings f LEFT JOIN pg_settings s ON lower(s.name) = lower(f.name) WHERE f.sourcefile = @file", connection);
            command.Parameters.AddWithValue("file", copy);
            var set = new Dictionary<string, string>(StringComparer.Ordinal);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var name = reader.GetString(0);
                reader.GetBoolean(3).ShouldBeTrue(name);
                // What needs a restart is named as such and is no fault.
                if (!await reader.IsDBNullAsync(2)) reader.GetString(2).ShouldBe("setting could not be applied", name);
                set[name] = reader.GetString(1);
            }

            set.Count.ShouldBe(File.ReadLines(source).Count(l => l.Contains('=', StringComparison.Ordinal) && !l.StartsWith('#')));
            foreach (var name in (string[])["fsync", "synchronous_commit", "full_page_writes"]) set[name].ShouldBe("on");
            set["log_parameter_max_length"].ShouldBe("0");
        }
        finally
        {
            await File.WriteAllTextAsync(main, before);
        }
    }

    [Fact]
    public void The_image_says_that_it_was_not_built() =>
        File.ReadLines(Path.Combine(OperatorGuide.Root, "deploy/Dockerfile")).First().ShouldStartWith("# CHƯA ĐƯỢC DỰNG THỬ");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Our file as it is but for names, ports, places of files and the node behind it.</summary>
    private X509Certificate2 Write(Uri house, int plain, int tls)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "nhiemso.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "nhiemso.key"), key.ExportPkcs8PrivateKeyPem());
        var ours = File.ReadAllText(Path.Combine(OperatorGuide.Root, "deploy/nginx/nhiemso.conf"));
        foreach (var (from, to) in ((string, string)[])[
            ("127.0.0.1:5080", house.Authority), ("nhiemso.example.gov.vn", "127.0.0.1"), ("/etc/nginx/tls", folder), ("/var/log/nginx/nhiemso.log", Path.Combine(folder, "access.log")),
            ("listen 80;", $"listen 127.0.0.1:{plain};"), ("listen 443 ", $"listen 127.0.0.1:{tls} "), ("listen [::]:80;", ""), ("listen [::]:443 ssl http2;", "")])
        {
            ours.ShouldContain(from);
            ours = ours.Replace(from, to, StringComparison.Ordinal);
        }

        File.WriteAllText(Path.Combine(folder, "ours.conf"), ours);
        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(t => $"{t}_temp_path {folder}/{t};\n"));
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), $"pid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{\n{temporary}include {folder}/ours.conf;\n}}\n");
        return certificate;
    }

    private Task<(int Code, string Text)> NginxAsync(params string[] args) => RunAsync(Find("nginx")!, ["-p", folder, "-c", Path.Combine(folder, "nginx.conf"), "-e", Path.Combine(folder, "error.log"), .. args]);

    private static async Task<(int Code, string Text)> RunAsync(string program, string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        // What a server that goes into the background keeps open is not waited for.
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        return (process.ExitCode, args.Contains("-t") || program.EndsWith("analyze", StringComparison.Ordinal) ? await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync() : "");
    }

    private static bool Exists(string program) => Find(program) is not null;

    /// <summary>Servers lie where the path of people without rights doesn't lead.</summary>
    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/usr/local/sbin"]).Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
