using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Outcomes;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Data;

public sealed class NumbersTests(TestBed bed) : IClassFixture<TestBed>
{
    private const int Writers = 16;
    private const int Each = 10;

    [Theory, BothEngines]
    public async Task Sixteen_writers_at_once_draw_without_gap_or_duplicate(Engine engine)
    {
        var office = await bed.OpenAsync(engine);
        var drawn = await InParallelAsync(office, async (numbers, ct) => await numbers.DrawAsync("cong-van", "2024", ct));
        drawn.Order().ShouldBe(Enumerable.Range(1, Writers * Each));
    }

    [Theory, BothEngines]
    public async Task Numbers_of_acts_that_fail_are_given_back_and_each_use_is_kept(Engine engine)
    {
        var office = await bed.OpenAsync(engine);
        var drawn = await InParallelAsync(office, async (numbers, ct) =>
        {
            // Every third act fails after it drew its number.
            var number = (await numbers.ReserveAsync("quyet-dinh", "2024", Guid.CreateVersion7(), ct)).Number;
            return Random.Shared.Next(3) == 0 ? Problem.WrongState("Không ban hành được.") : number;
        });
        drawn.Order().ShouldBe(Enumerable.Range(1, drawn.Count));
        var kept = await office.AskAsync((DepartmentDb db) => db.Set<NumberUse>().Where(u => u.Book == "quyet-dinh").OrderBy(u => u.Number).Select(u => u.Number).ToListAsync());
        kept.ShouldBe(Enumerable.Range(1, drawn.Count));
    }

    [Theory, BothEngines]
    public async Task A_voided_number_is_never_used_again(Engine engine)
    {
        var office = await bed.OpenAsync(engine);
        var first = await office.ActAsync<NumberUse>(async (s, ct) => await s.GetRequiredService<Numbers>().ReserveAsync("to-trinh", "2024", Guid.CreateVersion7(), ct));
        await office.ActAsync<Done>(async (s, ct) =>
        {
            await s.GetRequiredService<Numbers>().EndAsync("to-trinh", "2024", first.Value!.Number, NumberState.Voided, "Lãnh đạo không ký", ct);
            return Done.Yes;
        });
        var next = await office.ActAsync<NumberUse>(async (s, ct) => await s.GetRequiredService<Numbers>().ReserveAsync("to-trinh", "2024", Guid.CreateVersion7(), ct));
        next.Value!.Number.ShouldBe(2);
        (await office.AskAsync((DepartmentDb db) => db.Set<NumberUse>().SingleAsync(u => u.Book == "to-trinh" && u.Number == 1))).Reason.ShouldBe("Lãnh đạo không ký");
    }

    private static async Task<List<int>> InParallelAsync(Office office, Func<Numbers, CancellationToken, Task<Outcome<int>>> draw)
    {
        var drawn = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            var own = new List<int>();
            for (var i = 0; i < Each; i++)
            {
                var outcome = await office.ActAsync((s, ct) => draw(s.GetRequiredService<Numbers>(), ct));
                if (outcome.Ok) own.Add(outcome.Value);
                else outcome.Problem.Kind.ShouldBe(ProblemKind.WrongState);
            }

            return own;
        })));
        return [.. drawn.SelectMany(n => n)];
    }
}
