using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.JourneyTests;

/// <summary>From one decision to the next in the browser: taken in, planned, arranged, rehearsed; on its day the work moves by itself, and everybody sees where it went.</summary>
[Trait("long", "true")]
public sealed class SuccessionJourneyTests
{
    private const string Here = "/quan-tri/sap-xep";

    [Fact]
    public async Task One_decision_follows_another_and_the_work_with_it()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(Vietnam.Utc(new DateOnly(2026, 11, 10), new TimeOnly(9, 12))));
        await using var stage = new Stage(clock);
        await stage.InitializeAsync();
        var code = await Citizen.ApplyAsync(await stage.OpenAsync(1440));
        var dossier = await new AnyProcedure(stage, "xuat-ban-cap-giay-phep-tai-lieu-khong-kinh-doanh", 1440).ToOfficerAsync(code, "truongphong", "Trần Thị Minh Hạnh");

        var admin = await stage.SignInAsync("quantri", 1440);
        await PlanAsync(admin);
        await ArrangeUnitsAsync(admin);
        await ArrangeDutiesAsync(admin);
        await AccessibilityTests.CheckAsync(admin, Here + "?loc=tat-ca");
        await AccessibilityTests.CheckAsync(admin, Here + "/rut");
        await Assertions.Expect(admin.GetByText("Cách sắp xếp 4 đơn vị")).ToBeVisibleAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "Không, quay lại" }).ClickAsync();
        await RehearseAsync(admin);

        clock.Advance(TimeSpan.FromDays(3));
        await UntilDoneAsync(stage);
        var minutes = await MinutesAsync(await stage.SignInAsync("quantri", 1440));
        await PrintedAsync(await stage.SignInAsync("giamdoc", 1440), minutes);

        var officer = await stage.SignInAsync("chuyenvien", 390);
        await officer.GetByRole(AriaRole.Link, new() { Name = "Cấp giấy phép xuất bản" }).First.ClickAsync();
        new Uri(officer.Url).AbsolutePath.ShouldBe(dossier);
        await Assertions.Expect(officer.GetByText("Chuyển từ Phòng Thông tin - Báo chí - Xuất bản sang Phòng Báo chí và Xuất bản").First).ToBeVisibleAsync();
        await Pictures.NoFaultAsync(officer, "the dossier that moved");
        await OldCitationAsync(stage);
    }

    private static async Task PlanAsync(IPage admin)
    {
        await admin.GotoAsync("/quan-tri/quyet-dinh");
        await admin.GetByLabel("Tệp của quyết định").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "qd-99-2026.txt"));
        await admin.GetByRole(AriaRole.Button, new() { Name = "Đọc quyết định" }).ClickAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "Xem và đưa vào thi hành…" }).ClickAsync();
        await Assertions.Expect(admin.GetByText("Quyết định này sẽ là quyết định kế tiếp")).ToBeVisibleAsync();
        foreach (var box in await admin.Locator("input[type=checkbox]").AllAsync()) await box.CheckAsync();
        await Pictures.NoFaultAsync(admin, "before it is planned");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Nạp 99/QĐ-STTTT làm quyết định kế tiếp" }).ClickAsync();
        await Assertions.Expect(admin.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Chuyển sang quyết định mới");
        await Pictures.NoFaultAsync(admin, "nothing arranged yet");
    }

    private static async Task ArrangeUnitsAsync(IPage admin)
    {
        foreach (var (unit, follows) in ((string, string[])[])[
            ("Văn phòng", ["Văn phòng và Thanh tra"]), ("Thanh tra Sở", ["Văn phòng và Thanh tra"]),
            ("Phòng Công nghệ thông tin - Bưu chính – Viễn thông", ["Phòng Chuyển đổi số", "Phòng Bưu chính và Hạ tầng số"]), ("Phòng Thông tin - Báo chí - Xuất bản", ["Phòng Báo chí và Xuất bản"])])
        {
            await admin.GotoAsync(Here);
            await admin.GetByRole(AriaRole.Link, new() { Name = $"Sắp xếp {unit}", Exact = true }).ClickAsync();
            foreach (var name in follows) await admin.GetByRole(AriaRole.Checkbox, new() { Name = name }).CheckAsync();
            if (follows.Length > 1)
            {
                await admin.GetByLabel("Đơn vị nhận những gì gắn với cả đơn vị").SelectOptionAsync(new SelectOptionValue { Label = follows[0] });
                await admin.GetByLabel("Phạm Thị Ngọc Lan, Chuyên viên").SelectOptionAsync(new SelectOptionValue { Label = follows[1] });
                await Pictures.NoFaultAsync(admin, "a unit arranged");
            }

            await SaveAsync(admin);
        }
    }

    /// <summary>What is suggested is accepted row by row; one is chosen by hand, one is dropped.</summary>
    private static async Task ArrangeDutiesAsync(IPage admin)
    {
        await ByHandAsync(admin, "1.3.t", p => p.GetByLabel("Nếu quyết định mới không còn nhiệm vụ này").SelectOptionAsync(new SelectOptionValue { Label = "Văn phòng và Thanh tra" }));
        await ByHandAsync(admin, "1.3.c", p => p.GetByLabel("Điểm khác").FillAsync("1.3.1.c"));
        await admin.GotoAsync(Here + "?loc=chua-xep");
        var suggested = admin.GetByRole(AriaRole.Button, new() { Name = "Nhận " });
        for (var left = await suggested.CountAsync(); left > 0; left = await suggested.CountAsync())
        {
            await suggested.First.ClickAsync();
            await Assertions.Expect(suggested).ToHaveCountAsync(left - 1);
        }

        for (var open = admin.GetByRole(AriaRole.Link, new() { Name = "Sắp xếp nhiệm vụ" }); await open.CountAsync() > 0; await admin.GotoAsync(Here + "?loc=chua-xep"))
        {
            await open.First.ClickAsync();
            await admin.GetByLabel("Nếu quyết định mới không còn nhiệm vụ này").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await SaveAsync(admin);
        }

        await Assertions.Expect(admin.GetByText("Đã sắp xếp hết đơn vị và nhiệm vụ.")).ToBeVisibleAsync();
    }

    private static async Task ByHandAsync(IPage admin, string citation, Func<IPage, Task> choose)
    {
        await admin.GotoAsync(Here + "?loc=chua-xep");
        await admin.GetByRole(AriaRole.Link, new() { Name = $"Sắp xếp nhiệm vụ {citation}", Exact = true }).ClickAsync();
        await choose(admin);
        await Pictures.NoFaultAsync(admin, "duty " + citation);
        await SaveAsync(admin);
    }

    private static async Task SaveAsync(IPage admin)
    {
        await admin.GetByRole(AriaRole.Button, new() { Name = "Lưu cách sắp xếp" }).ClickAsync();
        await Assertions.Expect(admin.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Chuyển sang quyết định mới");
    }

    private static async Task RehearseAsync(IPage admin)
    {
        await admin.GetByRole(AriaRole.Link, new() { Name = "Xem thử những gì sẽ chuyển" }).ClickAsync();
        await Assertions.Expect(admin.GetByRole(AriaRole.Cell, new() { Name = "Phòng Báo chí và Xuất bản" }).First).ToBeVisibleAsync();
        await Pictures.NoFaultAsync(admin, "the rehearsal");
        await admin.GetByRole(AriaRole.Link, new() { Name = "Chức vụ", Exact = true }).ClickAsync();
        await Assertions.Expect(admin.GetByText("Trần Thị Minh Hạnh, Chuyên viên")).ToBeVisibleAsync();
    }

    /// <summary>Answers the address of the minutes.</summary>
    private static async Task<string> MinutesAsync(IPage admin)
    {
        await admin.GotoAsync(Here);
        await admin.GetByRole(AriaRole.Link, new() { Name = "Biên bản chuyển sang Quyết định 99/QĐ-STTTT" }).ClickAsync();
        await Assertions.Expect(admin.GetByText("Đã chuyển 1 việc đang mở")).ToBeVisibleAsync();
        await Pictures.NoFaultAsync(admin, "the minutes");
        return new Uri(admin.Url).AbsolutePath;
    }

    private static async Task PrintedAsync(IPage leader, string minutes)
    {
        await leader.GotoAsync(minutes);
        var href = await leader.GetByRole(AriaRole.Link, new() { Name = "In biên bản (PDF)" }).GetAttributeAsync("href");
        var paper = await leader.Context.APIRequest.GetAsync(href!);
        paper.Headers["content-type"].ShouldBe("application/pdf");
        System.Text.Encoding.ASCII.GetString((await paper.BodyAsync())[..5]).ShouldBe("%PDF-");
    }

    private static async Task OldCitationAsync(Stage stage)
    {
        await using var scope = stage.Services.CreateAsyncScope();
        var old = await scope.ServiceProvider.GetRequiredService<DepartmentDb>().Set<Provision>().Where(p => p.Citation == "4.3.2.a").OrderBy(p => p.Id).Select(p => p.Id).FirstAsync();
        var visitor = await stage.OpenAsync(1440);
        await visitor.GotoAsync($"/nhiem-vu/4.3.2.a?ma={old}");
        await Assertions.Expect(visitor.GetByText("Nhiệm vụ này đã chuyển sang")).ToBeVisibleAsync();
        await Pictures.NoFaultAsync(visitor, "a citation of the old decision");
        await visitor.GetByRole(AriaRole.Link, new() { Name = "nhiệm vụ 4.3.1.a" }).ClickAsync();
        await Assertions.Expect(visitor.GetByText("Nối tiếp")).ToBeVisibleAsync();
    }

    private static async Task UntilDoneAsync(Stage stage)
    {
        for (var i = 0; i < 300; i++)
        {
            await using var scope = stage.Services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<DepartmentDb>().Set<MandateSuccession>().AnyAsync(s => s.State == SuccessionState.Done)) return;
            await Task.Delay(200);
        }

        throw new TimeoutException("The run has not ended.");
    }
}
