using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Signing;
using NhiemSo.Dossiers.Model;
using NhiemSo.Host.Demo;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using OtpNet;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.House;

/// <summary>Acts that come too late or for the second time: told in words that say what to do, and nothing changes. Named in <c>routes.txt</c>.</summary>
public sealed class WrongStateTests(TrioBed bed) : IClassFixture<TrioBed>
{
    [Theory, BothEngines]
    public async Task An_issued_document_is_not_signed_sealed_or_voided_again(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        var page = $"/van-ban/{world.Document.Id}";
        var signer = await world.House.AskAsync((DepartmentDb db) => db.Set<Document>().Where(d => d.Id == world.Document.Id).Select(d => d.SignerId).SingleAsync());
        var pem = (await world.House.AskAsync((SigningKeys keys) => Task.FromResult(keys.Person(signer, DemoSigning.Pin)))).Value!.Identity.Certificate.ExportCertificatePem();
        var leader = await world.StaffAsync("phogiamdoc");
        await RefusedAsync(world.House, leader, page + "?handler=Sign", new() { ["Pin"] = DemoSigning.Pin }, "không còn chờ chữ ký cá nhân. Xem văn bản đang ở chặng nào");
        await RefusedAsync(world.House, leader, page + "?handler=Ticket", new() { ["CertificatePem"] = pem }, "không còn chờ chữ ký cá nhân. Xem văn bản đang ở chặng nào");
        await RefusedAsync(world.House, leader, page + "?handler=Void", new() { ["Reason"] = "Bấm nhầm" }, "thu hồi bằng văn bản khác");
        await RefusedAsync(world.House, await world.StaffAsync("vanthu"), page + "?handler=Seal", [], "hoặc đã phát hành. Xem văn bản đang ở chặng nào");
    }

    [Theory, BothEngines]
    public async Task An_act_of_another_step_is_told_and_not_taken(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        var desk = await world.StaffAsync("motcua");
        await RefusedAsync(world.House, desk, $"/mot-cua/{world.Dossier}/viec/tiep-nhan", TheLine.AllPapers, "Mở hồ sơ để xem việc cần làm bây giờ");
        desk.Page.QuerySelectorAll("main form").ShouldBeEmpty("no form for what can't be done");
        desk.Page.QuerySelector($"main a.btn[href='/mot-cua/{world.Dossier}']").ShouldNotBeNull();
    }

    [Theory, BothEngines]
    public async Task The_applicant_is_told_when_it_is_too_late(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        var applicant = await world.WhoMayAsync("applicant");
        await RefusedAsync(world.House, applicant, "/ho-so-cua-toi/rut", new() { ["Reason"] = "Không in nữa" }, "nên không rút được nữa. Xem hồ sơ đang ở đâu");
        await applicant.GetAsync("/ho-so-cua-toi/rut");
        applicant.Status.ShouldBe(HttpStatusCode.Conflict);
        applicant.Page.QuerySelectorAll("main form").ShouldBeEmpty();
        await RefusedAsync(world.House, applicant, "/ho-so-cua-toi?handler=Supplement", [], "Tải lại trang để xem hồ sơ đang ở đâu");
    }

    [Theory, BothEngines]
    public async Task The_authenticator_is_neither_switched_on_twice_nor_off_twice(Engine engine)
    {
        // The authenticator counts on the machine's own clock.
        await using var house = await bed.FreshAsync(engine, realClock: true);
        using var officer = await house.SignInAsync("chuyenvien2");
        await RefusedAsync(house, officer, "/tai-khoan?handler=Off", new() { ["OffPassword"] = DemoDepartment.Password }, "Bật ở bên dưới");
        await RefusedAsync(house, officer, "/tai-khoan?handler=Codes", [], "Mã dự phòng chỉ có khi mã xác thực đang bật");
        await officer.GetAsync("/tai-khoan");
        var key = Visitor.Clean(officer.Page.QuerySelector("main code")?.TextContent).Replace(" ", "", StringComparison.Ordinal);
        await officer.SubmitAsync(new() { ["Code"] = Code(key) }, "Bật mã xác thực");
        officer.Text.ShouldContain("Tắt mã xác thực");
        await RefusedAsync(house, officer, "/tai-khoan?handler=On", new() { ["Code"] = Code(key) }, "Muốn đổi điện thoại thì tắt rồi bật lại");
        await officer.GetAsync("/tai-khoan");
        await officer.SubmitAsync(new() { ["OffPassword"] = DemoDepartment.Password }, "Tắt mã xác thực");
        officer.Text.ShouldContain("Bật mã xác thực");
    }

    [Theory, BothEngines]
    public async Task A_post_ends_once_and_a_demo_password_stays(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        var admin = await world.StaffAsync("quantri");
        var post = await world.House.AskAsync((DepartmentDb db) => (from a in db.Set<Appointment>() join p in db.Set<Person>() on a.PersonId equals p.Id where p.FullName == "Đỗ Minh Quân" select a).AsNoTracking().SingleAsync());
        var page = $"/quan-tri/nguoi/{post.PersonId}";
        await RefusedAsync(world.House, admin, page + "?handler=Code", [], "Thêm người mới để có tài khoản riêng");
        await RefusedAsync(world.House, admin, page + "?handler=Email", new() { ["Email"] = "quan@vidu.example" }, "Thêm người mới để có tài khoản riêng");
        Dictionary<string, string> typed = new() { ["AppointmentId"] = $"{post.Id}", ["Last"] = "31/12/2026", ["Reason"] = "QĐ 9/QĐ-STTTT" };
        await admin.GetAsync(page);
        (await admin.PostAsync(page + "?handler=End", typed)).Status.ShouldBe(HttpStatusCode.OK);
        await RefusedAsync(world.House, admin, page + "?handler=End", typed, "Xem ngày đó trong danh sách chức vụ");
    }

    [Theory, BothEngines]
    public async Task A_delegation_is_revoked_once(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        var people = await world.House.AskAsync((DepartmentDb db) => db.Set<Person>().Where(p => p.FullName == "Nguyễn Quốc Việt" || p.FullName == "Hoàng Văn Đức").ToDictionaryAsync(p => p.FullName, p => p.Id));
        var today = world.House.Time.Today();
        var delegation = new Delegation { FromPersonId = people["Nguyễn Quốc Việt"], ToPersonId = people["Hoàng Văn Đức"], Roles = "unit-head", From = today, To = today.AddDays(3), Basis = "Giấy ủy quyền 4/GUQ" };
        await world.House.AskAsync((DepartmentDb db) =>
        {
            db.Add(delegation);
            return db.SaveChangesAsync();
        });
        var admin = await world.StaffAsync("quantri");
        Dictionary<string, string> typed = new() { ["Id"] = $"{delegation.Id}", ["Reason"] = "Trưởng phòng đã về" };
        await admin.GetAsync("/quan-tri/uy-quyen");
        (await admin.PostAsync("/quan-tri/uy-quyen?handler=Revoke", typed)).Text.ShouldContain("đã thu hồi");
        await RefusedAsync(world.House, admin, "/quan-tri/uy-quyen?handler=Revoke", typed, "Xem hiệu lực trong bảng dưới đây");
        typed["Id"] = $"{Guid.NewGuid()}";
        (await admin.PostAsync("/quan-tri/uy-quyen?handler=Revoke", typed)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task A_fact_is_confirmed_once(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        var fact = await world.House.AskAsync((DepartmentDb db) => db.Set<RuleConfirmation>().Where(c => c.Kind == "procedure" && c.Code == TheLine.Procedure).Select(c => c.Fact).FirstAsync());
        await RefusedAsync(world.House, await world.StaffAsync("quantri"), $"/quan-tri/quy-tac/procedure/{TheLine.Procedure}", new() { ["Fact"] = fact, ["Source"] = "Công văn 12/STTTT" }, "Xem trong danh sách đã xác nhận");
    }

    [Theory, BothEngines]
    public async Task A_procedure_that_is_not_offered_yet_begins_no_application(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine, demo: false);
        using var citizen = house.Visit();
        await citizen.GetAsync("/tra-cuu");
        await citizen.PostAsync("/thu-tuc/" + TheLine.Procedure, []);
        citizen.Status.ShouldBe(HttpStatusCode.Conflict);
        citizen.Errors.ShouldContain("Bạn có thể nộp tại Bộ phận Tiếp nhận và Trả kết quả");
        (await house.AskAsync((DepartmentDb db) => db.Set<ApplicationDraft>().CountAsync())).ShouldBe(0);
    }

    private static string Code(string key) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp();

    /// <summary>409 on a page in words, with <paramref name="whatToDo"/> where the faults stand; the database is as it was.</summary>
    private static async Task RefusedAsync(WebHouse house, Visitor visitor, string address, Dictionary<string, string> typed, string whatToDo)
    {
        await visitor.GetAsync(address.StartsWith("/ho-so", StringComparison.Ordinal) ? "/tra-cuu" : "/tai-khoan");
        var before = await TrioWorld.FingerprintAsync(house);
        await visitor.PostAsync(address, typed);
        visitor.Status.ShouldBe(HttpStatusCode.Conflict, $"{address}: {visitor.Text}");
        visitor.Errors.ShouldContain(whatToDo);
        TrioWorld.IsInWords(visitor, address);
        (await TrioWorld.FingerprintAsync(house)).ShouldBe(before, address);
    }
}
