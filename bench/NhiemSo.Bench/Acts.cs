using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Intake;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.National;
using NhiemSo.Dossiers.Process;
using NhiemSo.Floor;
using NhiemSo.Platform.Clients;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Bench;

/// <summary>Handing in and accepting, over HTTP; the floor sends the very statements of one such act again for other dossiers.</summary>
internal sealed class Acts(BenchHouse house)
{
    private const string Code = "000.00.00.G22-261110-000123", Path = "/api/v1/national/submissions";
    private static readonly CallingProgram Program = new("do-luong", "Cổng đo lường");

    /// <summary>A submission through the API.</summary>
    public async Task<(Pair Pair, IAsyncDisposable Server)> SubmitAsync(string name)
    {
        var portal = await house.PortalAsync();
        // The first one leaves the paper's file behind; those after it, as the recorded one, find it.
        var sample = await PostAsync(portal);
        var external = $"do-{Guid.CreateVersion7():N}";
        var (began, request) = (DateTimeOffset.UtcNow, Request(external));
        var program = new CallingProgram("cong-do-luong", Program.Name);
        var written = await Recorder.ActAsync(house.Settings, async services => Must(await services.GetRequiredService<NationalIntake>().TakeAsync(request, program, CancellationToken.None)));
        var code = await LookupCodeAsync(await IdOfAsync(external));
        var own = Own(written, began, []);
        var replay = new Replay(written, own, [external, code, program.Id], Item(written));
        var server = await BareServer.StartAsync(_ => replay.RunAsync(house.Plain, Fresh(own.Count), [$"do-{Guid.CreateVersion7():N}", $"{Guid.CreateVersion7():N}", $"{Guid.CreateVersion7():N}"]), sample);
        var bare = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        return (new Pair(name, "a submission through the API, checked, numbered, with clock, trail and search text, against its statements alone",
            () => PostAsync(bare, "/"), () => PostAsync(portal))
        { Most = 2 }, server);
    }

    /// <summary>The desk accepts a submission: number, appointment, form, clock.</summary>
    public async Task<(Pair Pair, IAsyncDisposable Server)> AcceptAsync(string name)
    {
        var (desk, papers) = (await house.SignInAsync("motcua"), new[] { "don-de-nghi", "ban-thao" });
        var recorded = await MakeAsync();
        var began = DateTimeOffset.UtcNow;
        var reader = await house.ReaderAsync("motcua");
        var written = await Recorder.ActAsync(house.Settings, async services =>
            Must(await services.GetRequiredService<IntakeDesk>().AcceptAsync(new DossierAct(recorded[0], "tiep-nhan", reader, null), [.. papers.Select(p => new PaperCheck(p, true, null))], CancellationToken.None)));
        var own = Own(written, began, recorded);
        var replay = new Replay(written, own, [await NumberAsync(recorded[0]), await ReferenceAsync(recorded[0])], Item(written));
        var (ours, floors) = (new ConcurrentQueue<Guid[]>(), new ConcurrentQueue<Guid[]>());
        var token = await BenchHouse.FormTokenAsync(desk, $"/mot-cua/{(await MakeAsync())[0]}/viec/tiep-nhan");
        var seen = await house.AskAsync((DepartmentDb db) => db.Set<Matter>().Where(m => m.State == "moi-dang-ky").OrderByDescending(m => m.Id).Select(m => m.Version).FirstAsync());
        var server = await BareServer.StartAsync(_ => replay.RunAsync(house.Plain, [.. Next(floors), .. Fresh(own.Count - recorded.Length)], [$"{Guid.CreateVersion7():N}", $"{Guid.CreateVersion7():N}"]), []);
        var bare = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        var body = new Dictionary<string, string>(StringComparer.Ordinal) { ["__RequestVerificationToken"] = token, ["Seen"] = $"{seen}", ["check-don-de-nghi"] = "1", ["check-ban-thao"] = "1" };
        return (new Pair(name, "the desk accepts: papers checked, number, appointment, form, clock, trail, search text, against its statements alone",
            () => PostFormAsync(bare, "/", body, HttpStatusCode.OK), () => PostFormAsync(desk, $"/mot-cua/{Next(ours)[0]}/viec/tiep-nhan", body, HttpStatusCode.Redirect))
        {
            Most = 2,
            Ready = async count =>
            {
                while (ours.Count < count) ours.Enqueue(await MakeAsync());
                while (floors.Count < count) floors.Enqueue(await MakeAsync());
            },
        }, server);
    }

    private static SubmissionRequest Request(string externalId) =>
        JsonSerializer.Deserialize<SubmissionRequest>(NationalExamples.Request.Replace(Code, externalId, StringComparison.Ordinal), JsonSerializerOptions.Web)!;

    private static Guid[] Next(ConcurrentQueue<Guid[]> queue) => queue.TryDequeue(out var next) ? next : throw new InvalidOperationException("Too few were made ready.");

    private static Guid[] Fresh(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    /// <summary>Ids that the act made, after those it was given: their time is written in them.</summary>
    private static List<Guid> Own(IEnumerable<Written> written, DateTimeOffset began, IReadOnlyList<Guid> given) =>
        [.. given, .. written.SelectMany(w => w.Values).Select(v => v.Value).OfType<Guid>().Distinct().Where(id => !given.Contains(id) && id.Version == 7 && Milliseconds(id) >= began.ToUnixTimeMilliseconds())];

    private static long Milliseconds(Guid id) => Convert.ToInt64(id.ToString("N")[..12], 16);

    private static long Item(IReadOnlyList<Written> written) =>
        written.Where(w => w.Sql.Contains("pf_search_scope", StringComparison.Ordinal)).SelectMany(w => w.Values).Select(v => v.Value).OfType<long>().FirstOrDefault(-1) is var id and >= 0 ? id
            : throw new InvalidOperationException($"The act wrote nothing into the index of search: {string.Join("; ", written.Select(w => w.Sql[..Math.Min(60, w.Sql.Length)]))}");

    /// <summary>A submission, within the house; answers its id and those of its papers.</summary>
    private async Task<Guid[]> MakeAsync()
    {
        var taken = Must(await house.AskAsync((NationalIntake intake) => intake.TakeAsync(Request($"do-{Guid.CreateVersion7():N}"), Program, CancellationToken.None)));
        var id = await IdOfAsync(taken.ExternalId);
        var papers = await house.AskAsync((DepartmentDb db) => db.Set<DossierComponent>().Where(p => p.DossierId == id).OrderBy(p => p.Code).Select(p => p.Id).ToListAsync());
        return [id, .. papers];
    }

    private Task<Guid> IdOfAsync(string externalId) => house.AskAsync((DepartmentDb db) => db.Set<NationalSubmission>().Where(s => s.ExternalId == externalId).Select(s => s.DossierId).FirstAsync());

    private Task<string> LookupCodeAsync(Guid id) => house.AskAsync((DepartmentDb db) => db.Set<Dossier>().Where(d => d.Id == id).Select(d => d.LookupCode).FirstAsync());

    /// <summary>What a transfer for it is known by.</summary>
    private Task<string> ReferenceAsync(Guid id) => house.AskAsync((DepartmentDb db) => db.Set<FeeSheet>().Where(f => f.DossierId == id).Select(f => f.Reference).FirstAsync());

    private Task<string> NumberAsync(Guid id) => house.AskAsync((DepartmentDb db) => db.Set<Matter>().Where(m => m.Id == id).Select(m => m.Number!).FirstAsync());

    private static async Task<byte[]> PostAsync(HttpClient http, string path = Path)
    {
        using var body = new StringContent(NationalExamples.Request.Replace(Code, $"do-{Guid.CreateVersion7():N}", StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode ? bytes : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {Encoding.UTF8.GetString(bytes)}");
    }

    private static async Task PostFormAsync(HttpClient http, string path, Dictionary<string, string> form, HttpStatusCode expected)
    {
        using var body = new FormUrlEncodedContent(form);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body);
        if (answer.StatusCode != expected) throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static T Must<T>(Outcome<T> outcome) => outcome.Ok ? outcome.Value : throw new InvalidOperationException(outcome.Problem.Message);
}
