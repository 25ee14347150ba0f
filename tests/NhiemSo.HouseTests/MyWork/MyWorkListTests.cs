using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.MyWork;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.MyWork;

/// <summary>"Việc của tôi" is read seat by seat; page after page it must be what one plain reading of everything gives.</summary>
public sealed class MyWorkListTests(TestBed bed) : IClassFixture<TestBed>
{
    private static readonly Guid Me = Guid.CreateVersion7(), Mine = Guid.CreateVersion7(), Other = Guid.CreateVersion7();

    // An officer who stands in for a head and a leader: three seats.
    private static readonly Reader Reader = new(Me, "Nguyễn Thị Mai", [new(Role.Officer, Mine, "chuyên viên"), new(Role.UnitHead, Mine, "phụ trách"), new(Role.Leader, Mine, "ủy quyền")], [Scope.Unit(Mine), Scope.Person(Me)]);

    [Theory, BothEngines]
    public async Task Pages_of_all_seats_together_are_the_whole_list_due_first(Engine engine)
    {
        var office = await bed.OpenAsync(engine);
        var matters = Invented();
        await office.ActAsync<bool>(async (services, _) =>
        {
            var db = services.GetRequiredService<DepartmentDb>();
            db.AddRange(matters);
            // Of other units only what names me is seen.
            foreach (var m in matters) db.AddRange(Scope.KeysOf(m, []).Select(k => new MatterScope { MatterId = m.Id, Key = k }));
            return await Task.FromResult(true);
        });
        var now = Office.Start;
        bool Waits(Matter m) => (m.UnitId == Mine || m.ResponsibleId == Me) && ((m.Turn == Role.Officer && m.ResponsibleId == Me) || (m.Turn == Role.UnitHead && m.UnitId == Mine) || m.Turn == Role.Leader);
        foreach (var (filter, holds) in ((WorkFilter, Func<Matter, bool>)[])
        [
            (WorkFilter.Mine, Waits), (WorkFilter.Late, m => Waits(m) && m.Due < now), (WorkFilter.Soon, m => Waits(m) && m.Due >= now && m.Due < now.Date.AddHours(17).AddDays(1)),
            (WorkFilter.Others, m => m.ResponsibleId == Me && m.Turn is not (null or Role.Officer)),
        ])
        {
            var expected = matters.Where(holds).OrderBy(m => m.Due is null).ThenBy(m => m.Due).ThenBy(m => m.Id).Select(m => m.Id).ToList();
            expected.ShouldNotBeEmpty(filter.ToString());
            var (read, after) = (new List<Guid>(), (string?)null);
            do
            {
                var page = await office.AskAsync((MyWorkList work) => work.ReadAsync(Reader, filter, after, CancellationToken.None));
                read.AddRange(page.Take(MyWorkList.PageSize).Select(m => m.Id));
                after = page.Count > MyWorkList.PageSize ? Cursor.Write(page[MyWorkList.PageSize - 1]) : null;
            }
            while (after is not null);
            read.ShouldBe(expected, filter.ToString());
            (await office.AskAsync((MyWorkList work) => work.CountAsync(Reader, filter, CancellationToken.None))).ShouldBe(Math.Min(expected.Count, MyWorkList.CountLimit), filter.ToString());
        }
    }

    private static List<Matter> Invented()
    {
        var (random, turns, matters) = (new Random(5), (Role?[])[null, Role.Officer, Role.UnitHead, Role.Leader, Role.Desk], new List<Matter>());
        for (var i = 0; i < 900; i++)
        {
            var matter = Samples.Matter(random.Next(3) > 0 ? Mine : Other);
            matter.ResponsibleId = random.Next(2) == 0 ? Me : Other;
            matter.Turn = turns[random.Next(turns.Length)];
            // Many fall due at one moment, many never.
            matter.Due = random.Next(3) == 0 ? null : Office.Start.AddHours(random.Next(-20, 60));
            matters.Add(matter);
        }

        return matters;
    }
}
