using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Telemetry;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Operation;

public sealed class TelemetryTests(WebBed bed) : IClassFixture<WebBed>
{
    /// <summary>Looks like nothing else that goes over the line.</summary>
    private const string Personal = "Ngụy Thị Ỷ Lan";

    [Fact]
    public void Instruments_are_those_of_the_guide()
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(OfficeTelemetry).TypeHandle);
        var there = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (i, _) => { if (i.Meter.Name == OfficeTelemetry.Name) there.Add($"{i.Name} {i.GetType().Name.Split('`')[0]} {i.Unit}"); } };
        listener.Start();
        there.Distinct().Order(StringComparer.Ordinal).ShouldBe(OperatorGuide.Instruments.Select(i => $"{i.Name} {i.Kind} {i.Unit}").Order(StringComparer.Ordinal));
    }

    [Theory, BothEngines]
    public async Task What_happens_is_counted_under_the_tags_of_the_guide_and_goes_to_a_collector_without_anybodys_name(Engine engine)
    {
        await using var collector = await Collector.StartAsync();
        var tags = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        using var listener = Listen(tags);
        var settings = await bed.Databases.NewDemoAsync(engine);
        await File.WriteAllTextAsync(Path.Combine(settings.DataFolder, "nhiemso.json"), JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        }));
        string code;
        await using (var house = await WebHouse.OpenAsync(settings, afterwards: () => bed.Databases.DropAsync(settings)))
        {
            var line = new TheLine(house);
            (_, code) = await line.SubmitAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["ten_to_chuc_bang_tieng_viet"] = Personal });
            await line.ToOfficerAsync(code);
            using var stranger = house.Visit();
            await stranger.GetAsync("/dang-nhap");
            await stranger.SubmitAsync(new() { ["UserName"] = "quantri", ["Password"] = "không phải mật khẩu" });
            await stranger.GetAsync($"/tim?q={Uri.EscapeDataString(Personal)}");
            await house.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
            await new QueueDepth(house.Services.GetRequiredService<IServiceScopeFactory>(), house.Services.GetRequiredService<ILogger<QueueDepth>>()).MeasureAsync(CancellationToken.None);
        }

        var known = OperatorGuide.Instruments.ToDictionary(i => i.Name, i => string.Join(' ', i.Tags.Order(StringComparer.Ordinal)), StringComparer.Ordinal);
        foreach (var (name, keys) in tags) keys.ShouldBe(known[name], name);
        // What is retried or dead belongs to the tests beside this one, if there is any.
        ((string[])["nhiemso.acts", "nhiemso.jobs.run", "nhiemso.numbers.drawn", "nhiemso.sign_ins", "nhiemso.jobs.waiting"]).ShouldBeSubsetOf(tags.Keys);

        var (metrics, spans) = (collector.Received("/v1/metrics"), collector.Received("/v1/traces"));
        foreach (var name in (string[])["nhiemso.acts", "nhiemso.numbers.drawn", "nhiemso.sign_ins", "nhiemso.jobs.run", "http.server.request.duration"]) metrics.ShouldContain(name);
        foreach (var name in OperatorGuide.Spans) spans.ShouldContain(name);
        spans.ShouldContain("GET /tim");
        foreach (var sent in (string[])[metrics, spans])
            foreach (var personal in (string[])[Personal, Uri.EscapeDataString(Personal), code, "quantri", "127.0.0.1", .. TheLine.Answers.Values.Where(v => v.Length > 8 && (v.Contains(' ', StringComparison.Ordinal) || v.Contains('@', StringComparison.Ordinal)))])
                sent.ShouldNotContain(personal);
    }

    private static MeterListener Listen(ConcurrentDictionary<string, string> tags)
    {
        var listener = new MeterListener { InstrumentPublished = (i, l) => { if (i.Meter.Name == OfficeTelemetry.Name) l.EnableMeasurementEvents(i); } };
        listener.SetMeasurementEventCallback<long>((i, _, given, _) =>
        {
            var keys = new List<string>();
            foreach (var tag in given) keys.Add(tag.Key);
            tags[i.Name] = string.Join(' ', keys.Order(StringComparer.Ordinal));
        });
        listener.Start();
        return listener;
    }

    /// <summary>A collector that only keeps what it is sent; OTLP over HTTP with protobuf, whose texts are UTF-8.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly ConcurrentQueue<(string Path, string Text)> received = new();

        private Collector(WebApplication app) => this.app = app;

        public string Address => app.Urls.First();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var collector = new Collector(builder.Build());
            collector.app.Run(async http =>
            {
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body);
                collector.received.Enqueue((http.Request.Path, Encoding.UTF8.GetString(body.ToArray())));
            });
            await collector.app.StartAsync();
            return collector;
        }

        public string Received(string path) => string.Join('\n', received.Where(r => r.Path == path).Select(r => r.Text));

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
