using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Bed;

public sealed class TestBedTests(TestBed bed) : IClassFixture<TestBed>
{
    [Theory, BothEngines]
    public async Task The_model_and_its_migrations_agree(Engine engine)
    {
        var office = await bed.OpenAsync(engine);
        (await office.AskAsync((DepartmentDb db) => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
        (await office.AskAsync((DepartmentDb db) => db.Database.GetPendingMigrationsAsync())).ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task A_fresh_office_is_empty_and_its_own(Engine engine)
    {
        await using var one = await bed.FreshAsync(engine);
        await using var other = await bed.FreshAsync(engine);
        await one.AskAsync((DepartmentDb db) =>
        {
            db.Add(new Person { FullName = "Nguyễn Thị Ẩn", SortKey = "an" });
            return db.SaveChangesAsync();
        });
        (await one.AskAsync((DepartmentDb db) => db.Set<Person>().CountAsync())).ShouldBe(1);
        (await other.AskAsync((DepartmentDb db) => db.Set<Person>().CountAsync())).ShouldBe(0);
    }
}
