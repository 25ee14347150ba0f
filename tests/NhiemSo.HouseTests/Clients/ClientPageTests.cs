using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Clients;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Clients;

/// <summary>The administrator's screen of connected programs.</summary>
public sealed class ClientPageTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string List = "/quan-tri/ung-dung";

    [Theory, BothEngines]
    public async Task The_secret_is_shown_once_and_kept_as_a_hash(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var program = await ConnectedProgram.ConnectAsync(house, "registers.read", "Trục liên thông <tỉnh>");
        using var admin = await house.SignInAsync("quantri");
        await admin.GetAsync(List);
        admin.Text.ShouldContain("Trục liên thông <tỉnh>");
        admin.Text.ShouldContain("chưa dùng");
        admin.Text.ShouldNotContain(program.Secret);
        var row = await FindAsync(house, program);
        row.ClientSecret.ShouldNotBeNull();
        row.ClientSecret.ShouldNotContain(program.Secret);

        await program.TokenAsync();
        await admin.GetAsync($"{List}/{row.Id}");
        admin.Text.ShouldNotContain("chưa dùng");
        admin.Text.ShouldContain("Đọc sổ bộ, trừ dữ liệu cá nhân");
    }

    [Theory, BothEngines]
    public async Task Revoking_ends_the_secret_and_the_tokens_that_are_out_and_both_acts_are_in_the_trail(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var program = await ConnectedProgram.ConnectAsync(house, "registers.read");
        using var bystander = await ConnectedProgram.ConnectAsync(house, "registers.read", "Ứng dụng khác");
        var (token, others) = (await program.TokenAsync(), await bystander.TokenAsync());
        var id = (await FindAsync(house, program)).Id;
        using var admin = await house.SignInAsync("quantri");
        await admin.GetAsync($"{List}/{id}");
        await admin.SubmitAsync(button: "Thu hồi ứng dụng");
        (admin.Status, admin.Errors.Contains("Nhập lý do", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
        await admin.SubmitAsync(new() { ["Reason"] = "Hết thời hạn thỏa thuận" }, "Thu hồi ứng dụng");
        admin.Text.ShouldContain("đã thu hồi");

        (await program.GetAsync("/api/v1/registers", token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await program.AskAsync()).ShouldBe((HttpStatusCode.Unauthorized, null, "invalid_client"));
        (await bystander.GetAsync("/api/v1/registers", others)).Status.ShouldBe(HttpStatusCode.OK);
        var entries = await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().Where(e => e.Subject == "client" && e.SubjectId == id).OrderBy(e => e.Position).ToListAsync());
        entries.Select(e => (e.Act, e.Reason)).ShouldBe([("ket-noi-ung-dung", "Công văn 12/STTTT-CNTT"), ("thu-hoi-ung-dung", "Hết thời hạn thỏa thuận")]);
        entries[1].Text.ShouldContain("1 mã truy cập thôi hiệu lực");
        entries.ShouldAllBe(e => !e.Body.Contains(program.Secret, StringComparison.Ordinal) && !e.Text.Contains(program.Secret, StringComparison.Ordinal));
    }

    [Theory, BothEngines]
    public async Task No_permission_not_found_and_wrong_state_are_told(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var program = await ConnectedProgram.ConnectAsync(house, "registers.read");
        var page = $"{List}/{(await FindAsync(house, program)).Id}";
        using var leader = await house.SignInAsync("giamdoc");
        leader.Text.ShouldNotContain("Ứng dụng kết nối");
        foreach (var path in (string[])[List, page])
        {
            (await leader.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
            await leader.GetAsync("/tai-khoan");
            (await leader.PostAsync(path, new() { ["Reason"] = "Thử", ["Input.Name"] = "Thử" })).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        using var first = await house.SignInAsync("quantri");
        using var second = await house.SignInAsync("quantri");
        (await first.GetAsync($"{List}/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await first.GetAsync(page);
        await second.GetAsync(page);
        await first.SubmitAsync(new() { ["Reason"] = "Lần một" }, "Thu hồi ứng dụng");
        await second.SubmitAsync(new() { ["Reason"] = "Lần hai" }, "Thu hồi ứng dụng");
        (second.Status, second.Errors.Contains("đã bị thu hồi", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        second.Text.ShouldNotContain("Lần hai");
    }

    [Theory, BothEngines]
    public async Task A_faulty_form_says_all_its_faults_and_connects_nothing(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var admin = await house.SignInAsync("quantri");
        await admin.GetAsync(List);
        await admin.SubmitAsync(new() { ["Input.Scopes"] = "khong.co" });
        admin.Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var fault in (string[])["Nhập tên ứng dụng", "Chọn ít nhất một phạm vi", "văn bản đề nghị kết nối"]) admin.Errors.ShouldContain(fault);
    }

    private static Task<MachineClient> FindAsync(WebHouse house, ConnectedProgram program) =>
        house.AskAsync((DepartmentDb db) => db.Set<MachineClient>().AsNoTracking().SingleAsync(c => c.ClientId == program.ClientId));
}
