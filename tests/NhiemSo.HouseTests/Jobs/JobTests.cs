using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Outcomes;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Jobs;

public sealed class JobTests(TestBed bed) : IClassFixture<TestBed>
{
    [Theory, BothEngines]
    public async Task Jobs_of_a_failed_act_never_run_and_one_key_runs_once(Engine engine)
    {
        var seen = new Seen();
        await using var office = await OpenAsync(engine, seen);
        await EnqueueAsync(office, "a", fail: true);
        await EnqueueAsync(office, "b");
        await EnqueueAsync(office, "b");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => EnqueueAsync(office, "c"))));
        await RunAsync(office);
        await EnqueueAsync(office, "b");
        await RunAsync(office);
        seen.Keys.Order().ShouldBe(["b", "c"]);
    }

    [Theory, BothEngines]
    public async Task Three_nodes_share_the_queue_and_do_each_job_once(Engine engine)
    {
        var seen = new Seen();
        await using var office = await OpenAsync(engine, seen);
        await using var second = Office.Open(office.Settings, s => Register(s, seen));
        await using var third = Office.Open(office.Settings, s => Register(s, seen));
        for (var i = 0; i < 60; i++) await EnqueueAsync(office, $"{i:00}");
        await Task.WhenAll(new[] { office, second, third }.Select(o => Task.Run(() => RunAsync(o))));
        seen.Keys.Order().ShouldBe(Enumerable.Range(0, 60).Select(i => $"{i:00}"));
    }

    [Theory, BothEngines]
    public async Task A_job_waits_for_its_time(Engine engine)
    {
        var seen = new Seen();
        await using var office = await OpenAsync(engine, seen);
        await EnqueueAsync(office, "later", runAt: Office.Start.AddHours(2));
        await RunAsync(office);
        seen.Keys.ShouldBeEmpty();
        office.Time.Advance(TimeSpan.FromHours(2));
        await RunAsync(office);
        seen.Keys.ShouldBe(["later"]);
    }

    [Theory, BothEngines]
    public async Task A_failing_job_is_tried_eight_times_then_stays_visible_until_a_person_retries_it(Engine engine)
    {
        var seen = new Seen { Fails = true };
        await using var office = await OpenAsync(engine, seen);
        await EnqueueAsync(office, "x");
        for (var i = 0; i < 12; i++)
        {
            await RunAsync(office);
            office.Time.Advance(TimeSpan.FromHours(3));
        }

        seen.Keys.Count.ShouldBe(8);
        var dead = (await office.AskAsync((JobQueue q) => q.DeadAsync(10, CancellationToken.None))).ShouldHaveSingleItem();
        dead.LastError.ShouldNotBeNull().ShouldContain("đứt mạng");

        seen.Fails = false;
        (await office.AskAsync((JobQueue q) => q.RetryDeadAsync(dead.Id, CancellationToken.None))).Ok.ShouldBeTrue();
        await RunAsync(office);
        (await JobAsync(office, "x")).State.ShouldBe(JobState.Done);
        (await office.AskAsync((JobQueue q) => q.RetryDeadAsync(dead.Id, CancellationToken.None))).Problem!.Kind.ShouldBe(ProblemKind.WrongState);
    }

    [Theory, BothEngines]
    public async Task A_job_whose_node_died_is_taken_over_when_its_lease_is_over_and_the_dead_node_can_no_longer_end_it(Engine engine)
    {
        var seen = new Seen();
        await using var office = await OpenAsync(engine, seen);
        await EnqueueAsync(office, "x");
        var claimed = (await office.AskAsync((JobClaims c) => c.ClaimAsync("died", 8, CancellationToken.None))).ShouldHaveSingleItem();
        await RunAsync(office);
        seen.Keys.ShouldBeEmpty();
        office.Time.Advance(JobClaims.Lease + TimeSpan.FromSeconds(1));
        await RunAsync(office);
        seen.Keys.ShouldBe(["x"]);
        (await office.AskAsync((JobClaims c) => c.FailedAsync(claimed, new IOException(), CancellationToken.None))).ShouldBeFalse();
        (await JobAsync(office, "x")).State.ShouldBe(JobState.Done);
    }

    [Theory, BothEngines]
    public async Task The_runner_wakes_when_an_act_has_enqueued(Engine engine)
    {
        var seen = new Seen();
        await using var office = await OpenAsync(engine, seen);
        var runner = office.Services.GetRequiredService<JobRunner>();
        await runner.StartAsync(CancellationToken.None);
        await EnqueueAsync(office, "x");
        await seen.First.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await runner.StopAsync(CancellationToken.None);
        seen.Keys.ShouldBe(["x"]);
    }

    [Theory, BothEngines]
    public async Task An_e_mail_leaves_as_one_file_with_its_vietnamese_intact(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        await office.ActAsync<Done>(async (s, ct) =>
        {
            await s.GetRequiredService<Outbox>().MailAsync("ack:1", new MailMessage("mai@example.vn", "Nguyễn Thị Mai", "Đã nhận hồ sơ", "Hồ sơ của bà đã được tiếp nhận.\n"), ct);
            return Done.Yes;
        });
        await RunAsync(office);
        var file = Directory.EnumerateFiles(Path.Combine(office.Settings.DataFolder, "outbox")).ShouldHaveSingleItem();
        var mail = await MimeMessage.LoadAsync(file);
        mail.Subject.ShouldBe("Đã nhận hồ sơ");
        mail.TextBody!.ReplaceLineEndings("\n").ShouldBe("Hồ sơ của bà đã được tiếp nhận.\n");
        mail.To.Mailboxes.Single().Name.ShouldBe("Nguyễn Thị Mai");
    }

    [Theory, BothEngines]
    public async Task Daily_jobs_are_enqueued_once_however_many_nodes_there_are_and_done_ones_are_forgotten(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        await using var second = Office.Open(office.Settings);
        await RunAsync(office);
        await RunAsync(second);
        var first = await office.AskAsync((DepartmentDb db) => db.Set<Job>().CountAsync(j => j.Kind == "files.sweep"));
        first.ShouldBe(1);
        office.Time.Advance(TimeSpan.FromDays(32));
        await RunAsync(office);
        // The checkpoint of that evening ran only now; what was done on the day itself is forgotten.
        var month = office.Time.GetUtcNow().UtcDateTime.AddDays(-31);
        (await office.AskAsync((DepartmentDb db) => db.Set<Job>().Where(j => j.State == JobState.Done && j.DoneAt < month).Select(j => j.Key).ToListAsync())).ShouldBeEmpty();
    }

    /// <summary>What the handler of kind <c>test</c> was given.</summary>
    private sealed class Seen
    {
        public ConcurrentBag<string> Keys { get; } = [];

        public TaskCompletionSource First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Fails { get; set; }
    }

    private sealed class Handler(Seen seen) : IJobHandler
    {
        public string Kind => "test";

        public string Title => "Việc của phép thử";

        public Task RunAsync(Job job, CancellationToken ct)
        {
            seen.Keys.Add(job.Key);
            seen.First.TrySetResult();
            return seen.Fails ? throw new IOException("đứt mạng") : Task.CompletedTask;
        }
    }

    private Task<Office> OpenAsync(Engine engine, Seen seen) => bed.FreshAsync(engine, s => Register(s, seen));

    private static void Register(IServiceCollection services, Seen seen)
    {
        services.AddSingleton(seen);
        services.AddScoped<IJobHandler, Handler>();
    }

    private static Task EnqueueAsync(Office office, string key, bool fail = false, DateTime? runAt = null) => office.ActAsync<Done>(async (s, ct) =>
    {
        await s.GetRequiredService<JobQueue>().EnqueueAsync("test", key, new { }, ct, runAt);
        return fail ? Problem.WrongState("Không được.") : Done.Yes;
    });

    private static Task<int> RunAsync(Office office) => office.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);

    private static Task<Job> JobAsync(Office office, string key) => office.AskAsync((DepartmentDb db) => db.Set<Job>().FirstAsync(j => j.Key == key));
}
