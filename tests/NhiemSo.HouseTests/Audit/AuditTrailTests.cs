using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Audit;

public sealed class AuditTrailTests(TestBed bed) : IClassFixture<TestBed>
{
    private const int Writers = 16;
    private const int Each = 8;

    [Theory, BothEngines]
    public async Task Sixteen_writers_on_one_subject_make_one_chain_without_gap(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        var subject = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++) (await office.WriteAsync("matter", subject, $"Việc {w}.{i}")).Ok.ShouldBeTrue();
        })));
        (await office.EntriesAsync()).Select(e => e.Position).ShouldBe(Enumerable.Range(1, Writers * Each).Select(n => (long)n));
        var report = await office.VerifyAsync();
        report.Clean.ShouldBeTrue(string.Join('\n', report.Faults));
    }

    [Theory, BothEngines]
    public async Task Two_entries_of_one_act_follow_each_other_and_fall_with_it(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        var subject = Guid.CreateVersion7();
        foreach (var fails in (bool[])[true, false])
        {
            await office.ActAsync<Done>(async (services, ct) =>
            {
                var trail = services.GetRequiredService<AuditTrail>();
                await trail.WriteAsync("matter", subject, Samples.Actor, new AuditNote("a", "Thứ nhất"), ct);
                await trail.WriteAsync("matter", subject, Samples.Actor, new AuditNote("b", "Thứ hai"), ct);
                return fails ? Problem.WrongState("Không được.") : Done.Yes;
            });
        }

        (await office.EntriesAsync()).Select(e => (e.Position, e.Text)).ShouldBe([(1, "Thứ nhất"), (2, "Thứ hai")]);
        (await office.VerifyAsync()).Clean.ShouldBeTrue();
    }

    [Theory, BothEngines]
    public async Task Erasing_personal_values_leaves_the_chain_verifiable_and_the_values_nowhere(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        var subject = Guid.CreateVersion7();
        await office.WriteAsync("account", subject, "Đổi số điện thoại", new Change("so-dien-thoai", "0901234567", "0907654321", Personal: true));
        (await office.AskAsync((DepartmentDb db) => db.Set<AuditPersonal>().CountAsync())).ShouldBe(2);
        await office.AskAsync((DepartmentDb db) => db.Set<AuditPersonal>().ExecuteDeleteAsync());
        (await office.VerifyAsync()).Clean.ShouldBeTrue();
        (await office.EntriesAsync()).ShouldAllBe(e => !e.Body.Contains("0901234567") && !e.Body.Contains("0907654321"));
    }

    [Theory, BothEngines]
    public async Task A_trail_carried_to_the_other_engine_verifies_there(Engine engine)
    {
        await using var from = await bed.FreshAsync(engine);
        await using var to = await bed.FreshAsync(engine == Engine.Sqlite ? Engine.Postgres : Engine.Sqlite);
        for (var i = 0; i < 12; i++)
        {
            from.Time.Advance(TimeSpan.FromTicks(10_000_007));
            await from.WriteAsync(i % 3 == 0 ? "matter" : "rule", new Guid(i % 4, 0, 0, new byte[8]), $"Đổi “tên” <{i}> & lý do: ợ ẵ đ 😀\n", new Change("họ tên", "Đỗ Thị Ẵm", "Nguyễn Ưu", Personal: i % 2 == 0));
        }

        await to.AskAsync(async (DepartmentDb db) =>
        {
            db.AddRange(await from.EntriesAsync());
            db.AddRange(await from.AskAsync((DepartmentDb source) => source.Set<AuditHead>().AsNoTracking().ToListAsync()));
            db.AddRange(await from.AskAsync((DepartmentDb source) => source.Set<AuditPersonal>().AsNoTracking().ToListAsync()));
            return await db.SaveChangesAsync();
        });
        var report = await to.VerifyAsync();
        report.Clean.ShouldBeTrue(string.Join('\n', report.Faults));
        report.Entries.ShouldBe(12);
        (await to.WriteAsync("matter", new Guid(0, 0, 0, new byte[8]), "Viết tiếp")).Ok.ShouldBeTrue();
        (await to.VerifyAsync()).Clean.ShouldBeTrue();
    }

    [Theory, BothEngines]
    public async Task Verification_goes_over_chains_longer_than_a_page_and_over_many_of_them(Engine engine)
    {
        await using var office = await bed.FreshAsync(engine);
        await office.ActAsync<Done>(async (services, ct) =>
        {
            var trail = services.GetRequiredService<AuditTrail>();
            for (var i = 0; i < AuditVerifier.Page + 3; i++) await trail.WriteAsync("unit", Guid.Empty, Samples.Actor, new AuditNote("a", "Dài"), ct);
            for (var i = 0; i < AuditVerifier.Page + 3; i++) await trail.WriteAsync(i % 2 == 0 ? "account" : "matter", Guid.NewGuid(), Samples.Actor, new AuditNote("a", "Nhiều"), ct);
            return Done.Yes;
        });
        var report = await office.VerifyAsync();
        report.Clean.ShouldBeTrue(string.Join('\n', report.Faults));
        report.Entries.ShouldBe((2 * AuditVerifier.Page) + 6);
        report.Chains.ShouldBe(AuditVerifier.Page + 4);
    }
}
