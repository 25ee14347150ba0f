using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.CommandLine;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Operation;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Operation;

public sealed class OperationPageTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Address = "/quan-tri/van-hanh";

    [Theory, BothEngines]
    public async Task A_dead_job_is_retried_once_by_the_administrator_only_and_it_stands_in_the_trail(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var id = await DeadAsync(house, "sms", "HttpRequestException: 0905123482 bị từ chối");
        using var leader = await house.SignInAsync("giamdoc");
        leader.Text.ShouldNotContain("Vận hành");
        await leader.GetAsync("/tai-khoan");
        (await leader.PostAsync(Address + "?handler=Retry", new() { ["id"] = id.ToString() })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await JobAsync(house, id)).State.ShouldBe(JobState.Dead);

        using var admin = await house.SignInAsync("quantri");
        await admin.GetAsync(Address);
        admin.Text.ShouldContain("Gửi tin nhắn SMS");
        admin.Text.ShouldContain("HttpRequestException: [dãy số] bị từ chối");
        admin.Text.ShouldNotContain("0905123482");
        await admin.PostAsync(Address + "?handler=Retry", new() { ["id"] = id.ToString() });
        admin.Path.ShouldBe(Address);
        (await JobAsync(house, id)).Tries.ShouldBeLessThan(8);
        var entry = await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().SingleAsync(e => e.Subject == "job" && e.SubjectId == id));
        (entry.Act, entry.Text).ShouldBe(("chay-lai-viec", "Cho chạy lại: Gửi tin nhắn SMS"));

        await admin.PostAsync(Address + "?handler=Retry", new() { ["id"] = id.ToString() });
        (admin.Status, admin.Errors.Contains("không cần chạy lại", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        await admin.PostAsync(Address + "?handler=Retry", new() { ["id"] = Guid.CreateVersion7().ToString() });
        admin.Status.ShouldBe(HttpStatusCode.NotFound);
        (await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().CountAsync(e => e.Subject == "job" && e.SubjectId == id))).ShouldBe(1, "what was refused is no act");
    }

    [Theory, BothEngines]
    public async Task The_page_shows_what_was_measured(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var admin = await house.SignInAsync("quantri");
        await admin.GetAsync(Address);
        admin.Text.ShouldContain("Chưa có bản sao lưu nào");
        admin.Text.ShouldContain(engine == Engine.Sqlite ? "SQLite 3." : "PostgreSQL 1");
        admin.Text.ShouldContain("Chữ ký số của cơ quan");

        var file = Path.Combine(house.Settings.DataFolder, "sao-luu.zip");
        (await CommandLine.Program.RunAsync(["backup", file, .. CommandTests.Place(house.Settings)])).Code.ShouldBe(0);
        await house.AskAsync(async (Checkpoints c) => await c.TakeAsync(CancellationToken.None));
        house.Services.GetRequiredService<SlowQueries>().Saw("SELECT ten FROM so WHERE ten = 'Nguyễn Thị Mai' AND so = $1", TimeSpan.FromSeconds(2.5));
        await DeadAsync(house, "mail", "SmtpException: đứt mạng");
        await admin.GetAsync(Address);
        admin.Text.ShouldNotContain("Chưa có bản sao lưu nào");
        admin.Text.ShouldContain("sao-luu.zip");
        admin.Text.ShouldContain("điểm số 1");
        admin.Text.ShouldContain("2,50 giây");
        admin.Text.ShouldContain("SELECT ten FROM so WHERE ten = '…' AND so = $1");
        admin.Text.ShouldNotContain("Nguyễn Thị Mai");
        admin.Text.ShouldContain("1 việc nền đã dừng hẳn");
        for (var i = 0; admin.Text.Contains("đang đếm", StringComparison.Ordinal) && i < 100; i++)
        {
            await Task.Delay(50);
            await admin.GetAsync(Address);
        }

        admin.Text.ShouldContain("tệp (đếm lúc");
    }

    [Theory, BothEngines]
    public async Task Slow_statements_are_seen_as_they_run_and_the_list_stays_short(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var slow = house.Services.GetRequiredService<SlowQueries>();
        var sql = engine == Engine.Sqlite
            ? "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT count(*) AS \"Value\" FROM n WHERE i <> {0}"
            : "SELECT 1 AS \"Value\" FROM pg_sleep(0.2) WHERE 7 <> {0}";
        await house.AskAsync((DepartmentDb db) => db.Database.SqlQueryRaw<int>(sql, 41).ToListAsync());
        slow.Slowest(50).ShouldContain(q => q.Sql.Contains(engine == Engine.Sqlite ? "RECURSIVE" : "pg_sleep", StringComparison.Ordinal) && !q.Sql.Contains("41", StringComparison.Ordinal));
        for (var i = 0; i < 200; i++) slow.Saw($"SELECT {i}", TimeSpan.FromSeconds(10 + i));
        var kept = slow.Slowest(1000);
        kept.Count.ShouldBe(SlowQueries.Most);
        kept[0].Sql.ShouldBe("SELECT 199");
    }

    private static async Task<Guid> DeadAsync(WebHouse house, string kind, string error)
    {
        var now = Microseconds.Trim(house.Time.GetUtcNow().UtcDateTime);
        var job = new Job { Kind = kind, Key = $"{kind}:{Guid.CreateVersion7():N}", Body = """{"id":"00000000-0000-7000-8000-000000000009"}""", At = now, RunAt = now, State = JobState.Dead, Tries = 8, LastError = error };
        await house.AskAsync(async (DepartmentDb db) =>
        {
            db.Add(job);
            return await db.SaveChangesAsync();
        });
        return job.Id;
    }

    private static Task<Job> JobAsync(WebHouse house, Guid id) => house.AskAsync((DepartmentDb db) => db.Set<Job>().AsNoTracking().SingleAsync(j => j.Id == id));
}
