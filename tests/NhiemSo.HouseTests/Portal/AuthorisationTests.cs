using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Represent;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Portal;

/// <summary>Handing in for somebody else: an organisation, or another person by authorisation with its paper.</summary>
public sealed class AuthorisationTests(WebBed bed) : IClassFixture<WebBed>
{
    private static readonly Dictionary<string, string> ByLawyer = new()
    {
        [Representing.Key] = Representing.ByAuthority, [Representing.Name] = "Trần Thị Bình", [Representing.Standing] = "luật sư", [Representing.PhoneKey] = "0914 555 777",
    };

    [Theory, BothEngines]
    public async Task Whoever_is_authorised_brings_the_paper_follows_with_their_own_telephone_and_stands_on_the_form(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var citizen = house.Visit();
        await citizen.GetAsync("/thu-tuc/" + TheLine.Procedure);
        await citizen.SubmitAsync(button: "Nộp trực tuyến");
        await citizen.SubmitAsync(button: "Tiếp tục");
        citizen.Errors.ShouldContain("Chọn nộp hồ sơ cho ai.");
        await citizen.SubmitAsync(new() { [Representing.Key] = Representing.ByAuthority, [Representing.PhoneKey] = "12" }, "Tiếp tục");
        citizen.Errors.ShouldContain("Nhập họ và tên người nộp.");
        citizen.Errors.ShouldContain("Nhập số di động gồm 10 chữ số");
        citizen.Page.QuerySelector($"[name='{Representing.PhoneKey}']")!.GetAttribute("value").ShouldBe("12");

        await new TheLine(house).ToReviewAsync(citizen, ByLawyer);
        citizen.Errors.ShouldContain("Tải lên: Giấy ủy quyền.", customMessage: "the paper of the authorisation is not left out");
        await citizen.SubmitAsync(button: "Tiếp tục", file: ("giay-to.giay-uy-quyen", "uy-quyen.pdf", Samples.Pdf("Giấy ủy quyền")));
        await citizen.SubmitAsync(new() { ["nhan-ket-qua"] = "desk" }, "Tiếp tục");
        citizen.Text.ShouldContain("Theo ủy quyền");
        citizen.Text.ShouldContain("Trần Thị Bình");
        await citizen.SubmitAsync(button: "Nộp hồ sơ");
        var code = Visitor.Clean(citizen.Page.QuerySelector(".lookup-code")?.TextContent);

        using var later = house.Visit();
        await later.GetAsync("/tra-cuu");
        await later.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "3482" });
        later.Path.ShouldBe("/tra-cuu", "the applicant's own number isn't the contact");
        await later.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "5777" });
        later.Path.ShouldBe("/ho-so-cua-toi");

        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, code);
        await desk.GetAsync($"/mot-cua/{id}");
        Facts(desk).ShouldBe(["Trần Thị Bình", "luật sư", "Chờ Một cửa kiểm tra"]);
        desk.Text.ShouldContain("Nộp trực tuyến theo ủy quyền");
        await desk.GetAsync($"/mot-cua/{id}/viec/tiep-nhan");
        await desk.PostAsync(desk.Path, new(TheLine.AllPapers));
        desk.Errors.ShouldContain("Đánh dấu đã nhận: Giấy ủy quyền", customMessage: "the desk checks it");
        await TheLine.ActAsync(desk, id, "tiep-nhan", new(TheLine.AllPapers) { ["check-giay-uy-quyen"] = "1" });
        Facts(await desk.GetAsync($"/mot-cua/{id}")).ShouldBe(["Trần Thị Bình", "luật sư", "Một cửa đã kiểm tra, nhận"]);
        var form = desk.Page.QuerySelectorAll("a").First(a => a.TextContent.StartsWith("Giấy tiếp nhận", StringComparison.Ordinal)).GetAttribute("href")!;
        var text = await Pdf.TextAsync((await desk.GetAsync(form)).Bytes);
        text.ShouldContain("Người được ủy quyền nộp: Trần Thị Bình, luật sư");
        text.ShouldContain("Tiếp nhận hồ sơ của: Trung tâm Khuyến nông Ninh Hải");
        text.ShouldContain("Giấy ủy quyền");

        static IEnumerable<string> Facts(Visitor staff) => staff.Page.QuerySelectorAll(".sheet").Single(s => s.QuerySelector("h3")?.TextContent == "Người được ủy quyền").QuerySelectorAll("dd").Select(d => Visitor.Clean(d.TextContent));
    }

    [Theory, BothEngines]
    public async Task At_the_desk_the_same_is_asked_and_a_procedure_that_takes_no_authorisation_says_by_which_article(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync("/mot-cua/nop-tai-quay/" + TheLine.Procedure);
        var answers = new Dictionary<string, string>(TheLine.Answers) { [Representing.Name] = "" };
        await desk.SubmitAsync(answers, "Lưu hồ sơ");
        desk.Status.ShouldBe(HttpStatusCode.BadRequest);
        desk.Errors.ShouldContain("Nhập họ và tên người nộp.");
        foreach (var (key, value) in ByLawyer) answers[key] = value;
        await desk.SubmitAsync(answers, "Lưu hồ sơ");
        desk.Text.ShouldContain("Nộp tại Bộ phận Một cửa theo ủy quyền");
        var id = Guid.Parse(desk.Path["/mot-cua/".Length..]);
        var (paper, phone) = await house.AskAsync(async (DepartmentDb db) => (
            await db.Set<DossierComponent>().SingleAsync(c => c.DossierId == id && c.Code == "giay-uy-quyen"), (await db.Set<Dossier>().SingleAsync(d => d.Id == id)).Phone));
        (paper.Required, phone).ShouldBe((true, "0914555777"));

        var strict = (await new AnyLine(house, TheLine.Procedure).ProcedureAsync()) with { NoAuthorisation = "Điều 5 Thông tư minh họa" };
        Representing.Choices(strict).ShouldNotContain(c => c.Value == Representing.ByAuthority);
        Representing.Faults(strict, ByLawyer, asked: true).Single().Message.ShouldContain("Điều 5 Thông tư minh họa");
        Representing.Faults(strict, new Dictionary<string, string>(), asked: false).ShouldBeEmpty("a program that says nothing hands in for the applicant");
    }
}
