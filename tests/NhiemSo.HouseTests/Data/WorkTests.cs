using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Data;

public sealed class WorkTests(TestBed bed) : IClassFixture<TestBed>
{
    [Theory, BothEngines]
    public async Task An_act_that_answers_a_problem_saves_nothing(Engine engine)
    {
        var office = await bed.OpenAsync(engine);
        var person = new Person { FullName = "Trần Văn Dở", SortKey = "do" };
        var outcome = await office.ActAsync<Done>(async (services, ct) =>
        {
            var db = services.GetRequiredService<DepartmentDb>();
            db.Add(person);
            await db.SaveChangesAsync(ct);
            return Problem.WrongState("Không làm được.");
        });
        outcome.Problem!.Kind.ShouldBe(ProblemKind.WrongState);
        (await CountAsync(office, person.Id)).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task An_act_that_throws_saves_nothing_not_even_with_the_next_act_of_its_scope(Engine engine)
    {
        var office = await bed.OpenAsync(engine);
        var person = new Person { FullName = "Trần Văn Lỗi", SortKey = "loi" };
        await office.AskAsync(async (IServiceProvider scope) =>
        {
            var (work, db) = (scope.GetRequiredService<Work>(), scope.GetRequiredService<DepartmentDb>());
            await Should.ThrowAsync<InvalidOperationException>(() => work.ActAsync<Done>(_ =>
            {
                db.Add(person);
                work.OnSaved(() => Assert.Fail("told of an act that was not saved"));
                throw new InvalidOperationException();
            }, CancellationToken.None));
            return await work.ActAsync<Done>(_ => Task.FromResult<Outcome<Done>>(Done.Yes), CancellationToken.None);
        });
        (await CountAsync(office, person.Id)).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task The_second_of_two_editors_is_told_of_a_conflict(Engine engine)
    {
        var office = await bed.OpenAsync(engine);
        var matter = Samples.Matter();
        await office.ActAsync<Done>((services, _) =>
        {
            services.GetRequiredService<DepartmentDb>().Add(matter);
            return Task.FromResult<Outcome<Done>>(Done.Yes);
        });
        await using var first = office.Services.CreateAsyncScope();
        await using var second = office.Services.CreateAsyncScope();
        var read = new List<Matter>();
        foreach (var scope in (AsyncServiceScope[])[first, second])
            read.Add(await scope.ServiceProvider.GetRequiredService<DepartmentDb>().Set<Matter>().FirstAsync(m => m.Id == matter.Id));
        (await SaveAsync(first, read[0], "Bản của người thứ nhất")).Ok.ShouldBeTrue();
        (await SaveAsync(second, read[1], "Bản của người thứ hai")).Problem!.Kind.ShouldBe(ProblemKind.Conflict);
        (await office.AskAsync((DepartmentDb db) => db.Set<Matter>().FirstAsync(m => m.Id == matter.Id))).Title.ShouldBe("Bản của người thứ nhất");
    }

    private static Task<Outcome<Done>> SaveAsync(AsyncServiceScope scope, Matter matter, string title) =>
        scope.ServiceProvider.GetRequiredService<Work>().ActAsync<Done>(_ =>
        {
            (matter.Title, matter.Version) = (title, matter.Version + 1);
            return Task.FromResult<Outcome<Done>>(Done.Yes);
        }, CancellationToken.None);

    private static Task<int> CountAsync(Office office, Guid id) => office.AskAsync((DepartmentDb db) => db.Set<Person>().CountAsync(p => p.Id == id));
}
