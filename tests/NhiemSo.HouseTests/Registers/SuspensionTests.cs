using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Registers;
using NhiemSo.Registers.Entries;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Registers;

/// <summary>A suspension with a last day.</summary>
public sealed class SuspensionTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Register = "giay-phep-trang-tin-tong-hop";

    [Theory, BothEngines]
    public async Task It_ends_by_itself_on_the_day_after_and_one_without_a_day_goes_on(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var matter = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        var (dated, open) = (await SuspendedAsync(house, matter, "15/GP-STTTT", "2026-11-11"), await SuspendedAsync(house, matter, "16/GP-STTTT", null));
        await EndAsync(house);
        (await EntryAsync(house, dated)).State.ShouldBe("dinh-chi", "to the end of 11/11");
        house.Time.Advance(TimeSpan.FromDays(2));
        await EndAsync(house);
        await EndAsync(house);
        var entry = await EntryAsync(house, dated);
        (entry.State, entry.Version).ShouldBe(("con-hieu-luc", 3));
        (await EntryAsync(house, open)).State.ShouldBe("dinh-chi");
        var told = await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().Where(e => e.SubjectId == matter && e.Act == "doi-noi-dung-so").OrderByDescending(e => e.Position).FirstAsync());
        told.Text.ShouldEndWith("15/GP-STTTT: Hết thời hạn đình chỉ ngày 11/11/2026, có hiệu lực trở lại");
        told.Body.ShouldContain("Còn hiệu lực");
        using var officer = await house.SignInAsync("chuyenvien");
        (await officer.GetAsync($"/so-bo/{Register}/{dated}")).Text.ShouldContain("Hết thời hạn đình chỉ ngày 11/11/2026");
    }

    private static Task<Guid> SuspendedAsync(WebHouse house, Guid matterId, string number, string? until) => house.AskAsync(async (IServiceProvider services) =>
    {
        var (db, book) = (services.GetRequiredService<DepartmentDb>(), services.GetRequiredService<IRegisterBook>());
        var done = await services.GetRequiredService<Work>().ActAsync<EntryFacts>(async c =>
        {
            var matter = await db.Set<Matter>().FirstAsync(m => m.Id == matterId, c);
            var columns = new Dictionary<string, object?> { ["so_giay_phep"] = number, ["ngay_cap"] = "2026-11-01", ["co_quan_cap"] = "Sở", ["to_chuc"] = "Công ty thử", ["ten_trang"] = "Trang thử " + number };
            var entered = await book.EnterAsync(matter, new NewEntry(Register, number, null, "Công ty thử", new DateOnly(2026, 11, 1), null, columns, null), Samples.Actor, c);
            await db.SaveChangesAsync(c);
            return await book.ChangeAsync(matter, new EntryChange(entered.Id, "Đình chỉ", "Công ty thử", new Dictionary<string, object?> { ["dinh_chi_den"] = until }, null, "dinh-chi"), Samples.Actor, c);
        }, CancellationToken.None);
        return done.Value!.Id;
    });

    private static Task<bool> EndAsync(WebHouse house) => house.AskAsync(async (IEnumerable<IJobHandler> handlers) =>
    {
        await handlers.Single(h => h.Kind == SuspensionEnd.Name).RunAsync(new Job { Kind = SuspensionEnd.Name, Key = "t", Body = "{}", At = default, RunAt = default }, CancellationToken.None);
        return true;
    });

    private static Task<RegisterEntry> EntryAsync(WebHouse house, Guid id) => house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().FirstAsync(e => e.Id == id));
}
