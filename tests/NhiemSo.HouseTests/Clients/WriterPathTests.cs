using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Clients;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Outcomes;
using OpenIddict.Abstractions;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Clients;

/// <summary>The library's writes take the one writer path: beside sixteen people at work none is lost and none finds the database locked.</summary>
public sealed class WriterPathTests(WebBed bed) : IClassFixture<WebBed>
{
    private const int AtOnce = 16;
    private const int Each = 5;

    [Theory, BothEngines]
    public async Task Sixteen_programs_and_sixteen_people_at_once_lose_no_write(Engine engine)
    {
        var house = await bed.FreshAsync(engine);
        await using var _ = house;
        using var program = await ConnectedProgram.ConnectAsync(house, "registers.read");
        var subject = Guid.CreateVersion7();
        var tokens = Enumerable.Range(0, AtOnce).Select(_ => RepeatAsync(() => program.AskAsync()));
        var acts = Enumerable.Range(0, AtOnce).Select(_ => RepeatAsync(() => ActAsync(house, subject)));
        var pruning = RepeatAsync(() => house.AskAsync(async (IOpenIddictTokenManager t) => await t.PruneAsync(house.Time.GetUtcNow().AddDays(-7))));
        var (answered, acted) = (Task.WhenAll(tokens), Task.WhenAll(acts));
        await Task.WhenAll(answered, acted, pruning);

        (await answered).SelectMany(t => t).ShouldAllBe(t => t.Status == HttpStatusCode.OK && t.Token != null);
        (await house.AskAsync((DepartmentDb db) => db.Set<ClientToken>().CountAsync(t => t.Status == "valid"))).ShouldBe(AtOnce * Each);
        (await acted).SelectMany(n => n).Order().ShouldBe(Enumerable.Range(1, AtOnce * Each));
        (await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().CountAsync(e => e.SubjectId == subject))).ShouldBe(AtOnce * Each);
    }

    [Fact]
    public async Task On_sqlite_a_token_a_revocation_and_the_pruning_wait_for_the_writer_before_them()
    {
        var house = await bed.OpenAsync(Engine.Sqlite);
        using var program = await ConnectedProgram.ConnectAsync(house, "registers.read");
        await program.TokenAsync();
        var client = await house.AskAsync((DepartmentDb db) => db.Set<MachineClient>().SingleAsync(c => c.ClientId == program.ClientId));
        Func<Task>[] writes =
        [
            () => program.TokenAsync(),
            () => house.AskAsync(async (IOpenIddictTokenManager t) => await t.PruneAsync(house.Time.GetUtcNow())),
            () => house.AskAsync(async (IOpenIddictTokenManager t) => await t.RevokeByApplicationIdAsync(client.Id.ToString())),
        ];
        foreach (var write in writes)
        {
            Task running;
            using (await house.Services.GetRequiredService<WriterGate>().EnterAsync(CancellationToken.None))
            {
                running = Task.Run(write);
                (await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(1)))).ShouldNotBe(running);
            }

            await running;
        }
    }

    [Theory, BothEngines]
    public async Task The_daily_pruning_forgets_dead_entries_and_keeps_those_that_still_open(Engine engine)
    {
        var house = await bed.FreshAsync(engine);
        await using var _ = house;
        using var program = await ConnectedProgram.ConnectAsync(house, "registers.read");
        await program.TokenAsync();
        house.Time.Advance(TimeSpan.FromDays(8));
        var live = await program.TokenAsync();
        await house.AskAsync(async (IEnumerable<IJobHandler> handlers) =>
        {
            await handlers.Single(h => h.Kind == "clients.prune").RunAsync(null!, CancellationToken.None);
            return Done.Yes;
        });
        (await house.AskAsync((DepartmentDb db) => db.Set<ClientToken>().CountAsync())).ShouldBe(1);
        (await program.GetAsync("/api/v1/registers", live)).Status.ShouldBe(HttpStatusCode.OK);
        house.Services.GetServices<DailyJob>().ShouldContain(j => j.Kind == "clients.prune");
    }

    /// <summary>A number and an entry of one chain: what an act of the office writes.</summary>
    private static Task<int> ActAsync(WebHouse house, Guid subject) => house.AskAsync(async (IServiceProvider s) =>
    {
        var done = await s.GetRequiredService<Work>().ActAsync<int>(async ct =>
        {
            await s.GetRequiredService<AuditTrail>().WriteAsync("thu", subject, Samples.Actor, new AuditNote("ghi", "Ghi"), ct);
            return await s.GetRequiredService<Numbers>().DrawAsync("thu", "2026", ct);
        }, CancellationToken.None);
        return done.Ok ? done.Value : throw new InvalidOperationException(done.Problem.Message);
    });

    private static Task<List<T>> RepeatAsync<T>(Func<Task<T>> ask) => Task.Run(async () =>
    {
        var answers = new List<T>();
        for (var i = 0; i < Each; i++) answers.Add(await ask());
        return answers;
    });
}
