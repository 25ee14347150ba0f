using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.National;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Clients;
using NhiemSo.HouseTests.Files;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>Another portal hands submissions over and is told where they stand; <c>curl</c> speaks for it.</summary>
public sealed class NationalIntakeTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Submissions = "/api/v1/national/submissions", Status = "/api/v1/national/status?after=";

    [Theory, BothEngines]
    public async Task The_example_of_the_api_document_becomes_one_dossier_and_its_way_to_the_result_is_told(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var program = await ConnectedProgram.ConnectAsync(house, null, "Cổng Dịch vụ công quốc gia (minh họa)");
        var portal = await Curl.AsAsync(program, house.Address);
        var (_, document) = await portal.GetAsync("/api/v1/openapi.json");
        var post = document!["paths"]![Submissions]!["post"]!;
        post["security"]![0]!["oauth2"]![0]!.GetValue<string>().ShouldBe("dossiers.submit");
        var example = post["requestBody"]!["content"]!["application/json"]!["example"]!.ToJsonString();

        // Eight times at once: one dossier, one look-up code.
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => portal.PostAsync(Submissions, example)));
        answers.Select(a => a.Status).Order().ToList().ShouldBe([200, 200, 200, 200, 200, 200, 200, 201], answers.FirstOrDefault(a => a.Status > 201).Body?.ToJsonString());
        var code = answers.Select(a => a.Body!["lookupCode"]!.GetValue<string>()).Distinct().ShouldHaveSingleItem();
        var external = answers[0].Body!["externalId"]!.GetValue<string>();
        (await house.AskAsync((DepartmentDb db) => db.Set<NhiemSo.Platform.Matters.Matter>().CountAsync())).ShouldBe(1);
        (await portal.PostAsync(Submissions, Changed(example, j => j["returnBy"] = "desk"))).Status.ShouldBe(409);

        // Staff see where it came from, the applicant finds it by code and telephone.
        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, code);
        (await desk.GetAsync($"/mot-cua/{id}")).Text.ShouldContain($"Mã hồ sơ quốc gia {external}");
        desk.Text.ShouldContain("Nhận từ Cổng Dịch vụ công quốc gia (minh họa)");
        using var citizen = house.Visit();
        await citizen.GetAsync("/tra-cuu");
        await citizen.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "3482" });
        citizen.Path.ShouldBe("/ho-so-cua-toi", citizen.Errors);

        (await portal.GetAsync($"{Submissions}/{external}/result")).Status.ShouldBe(404);
        var line = new TheLine(house);
        await line.ToOfficerAsync(code);
        var paper = await line.ToApprovedAsync(id);
        await line.SignAsync(paper);
        (await line.SealAsync(paper)).Dispose();
        var waiting = (await portal.GetAsync($"{Submissions}/{external}")).Body!;
        (waiting["status"]!["id"]!.GetValue<int>(), waiting["amountDue"]!.GetValue<long>(), waiting["result"]!["available"]!.GetValue<bool>()).ShouldBe((6, 1_290_000, false));
        var (held, why) = await portal.GetAsync($"{Submissions}/{external}/result");
        (held, why!["detail"]!.GetValue<string>()).ShouldBe((409, "Còn phải nộp 1.290.000 ₫. Nộp theo phần “Phí, lệ phí” của trang hồ sơ; ghi nhận đủ tiền là tải được kết quả."));
        await TheLine.ActAsync(desk, id, "tra-ket-qua", new() { ["Receiver"] = "Người được giao nhận", ["reason"] = "Người nộp xin nộp phí sau." });

        var (_, told) = await portal.GetAsync(Status + "0");
        var changes = told!["changes"]!.AsArray();
        changes.Select(c => c!["status"]!["id"]!.GetValue<int>()).ShouldBe([1, 2, 4, 6, 10], "the fee was due when the result came, and the desk handed it over with a reason");
        changes.Select(c => c!["cursor"]!.GetValue<long>()).ShouldBe([1, 2, 3, 4, 5]);
        changes[1]!["status"]!["name"]!.GetValue<string>().ShouldBe("Được tiếp nhận");
        changes[1]!["appointment"]!.GetValue<string>().ShouldStartWith("2026-11-25T17:00:00+07:00");
        (told["next"]!.GetValue<long>(), told["more"]!.GetValue<bool>()).ShouldBe((5, false));
        (await portal.GetAsync(Status + "3")).Body!["changes"]!.AsArray().Count.ShouldBe(2);
        (await portal.GetAsync(Status + "5")).Body!["next"]!.GetValue<long>().ShouldBe(5);
        var now = (await portal.GetAsync($"{Submissions}/{external}")).Body!;
        now["dossierNumber"]!.GetValue<string>().ShouldStartWith("000.00.23.H32-261110-");
        now["result"]!["available"]!.GetValue<bool>().ShouldBeTrue();
        (await citizen.GetAsync(new Uri(now["result"]!["verificationUrl"]!.GetValue<string>()).AbsolutePath)).Status.ShouldBe(HttpStatusCode.OK);
        (await Pdf.TextAsync(await portal.DownloadAsync($"{Submissions}/{external}/result"))).ShouldContain("GIẤY PHÉP");
        (await desk.GetAsync($"/mot-cua/{id}")).Text.ShouldContain("Cổng Dịch vụ công quốc gia (minh họa) tải kết quả");

        // Nobody else's.
        using var second = await ConnectedProgram.ConnectAsync(house, null, "Cổng khác (minh họa)");
        var stranger = await Curl.AsAsync(second, house.Address);
        (await stranger.GetAsync($"{Submissions}/{external}")).Status.ShouldBe(404);
        (await stranger.GetAsync($"{Submissions}/{external}/result")).Status.ShouldBe(404);
        (await stranger.GetAsync(Status + "0")).Body!["changes"]!.AsArray().ShouldBeEmpty();
    }

    [Theory, BothEngines]
    public async Task Status_6_begins_and_ends_with_what_the_desk_records(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var program = await ConnectedProgram.ConnectAsync(house, null);
        var portal = await Curl.AsAsync(program, house.Address);
        var given = (await portal.PostAsync(Submissions, NationalExamples.Request)).Body!;
        var external = given["externalId"]!.GetValue<string>();
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync(given["lookupCode"]!.GetValue<string>());
        var paper = await line.ToApprovedAsync(id);
        await line.SignAsync(paper);
        (await line.SealAsync(paper)).Dispose();
        using var desk = await house.SignInAsync("motcua");
        async Task PayAsync(string number)
        {
            await desk.GetAsync($"/mot-cua/{id}/phi");
            await desk.SubmitAsync(new() { ["Cash.ReceiptNumber"] = number }, "Ghi đã thu 1.290.000 ₫");
        }

        await PayAsync("1");
        (await portal.GetAsync($"{Submissions}/{external}")).Body!["result"]!["available"]!.GetValue<bool>().ShouldBeTrue();
        await desk.GetAsync($"/mot-cua/{id}/phi");
        await desk.SubmitAsync(new() { ["Reverse.Reason"] = "Ghi nhầm hồ sơ" }, "Hủy khoản này");
        (await portal.GetAsync($"{Submissions}/{external}/result")).Status.ShouldBe(409);
        await PayAsync("2");
        (await Pdf.TextAsync(await portal.DownloadAsync($"{Submissions}/{external}/result"))).ShouldContain("GIẤY PHÉP");
        await TheLine.ActAsync(desk, id, "tra-ket-qua", new() { ["Receiver"] = "Người được giao nhận" });
        (await portal.GetAsync(Status + "0")).Body!["changes"]!.AsArray().Select(c => c!["status"]!["id"]!.GetValue<int>()).ShouldBe([1, 2, 4, 6, 9, 6, 9, 10]);
    }

    [Theory, BothEngines]
    public async Task What_the_form_would_refuse_is_refused_in_its_words_and_leaves_nothing(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var program = await ConnectedProgram.ConnectAsync(house, null);
        var portal = await Curl.AsAsync(program, house.Address);
        var good = NationalExamples.Request;
        await RefusedAsync(Changed(good, j => j["answers"]!["ngay_lap_don"] = "ngày mai"), "ngay_lap_don");
        await RefusedAsync(Changed(good, j => j["applicant"]!["phone"] = "123"), "dien_thoai");
        await RefusedAsync(Changed(good, j => j["answers"]!["khong_co"] = "x"), "khong_co");
        await RefusedAsync(Changed(good, j => j["answers"]!["so_luong_in_ban"] = 500), "answers.so_luong_in_ban");
        await RefusedAsync(Changed(good, j => j["procedure"] = "9.999999"), "procedure");
        await RefusedAsync(Changed(good, j => j["externalId"] = "a b"), "externalId");
        await RefusedAsync(Changed(good, j => j["files"] = new JsonArray()), "giay-to.ban-thao");
        await RefusedAsync(Changed(good, j => j["files"]![0]!["content"] = "@@"), "giay-to.ban-thao");
        await RefusedAsync(Changed(good, j => j["unknown"] = 1), "unknown");
        await RefusedAsync("{", "");
        var bomb = SampleFiles.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", new byte[64 << 20]));
        var words = await RefusedAsync(Changed(good, j => (j["files"]![0]!["name"], j["files"]![0]!["content"]) = ("ban-thao.docx", Convert.ToBase64String(bomb))), "giay-to.ban-thao");
        words.ShouldContain("phình ra quá lớn");
        await RefusedAsync(Changed(good, j => (j["files"]![0]!["name"], j["files"]![0]!["content"]) = ("ban-thao.docx", Convert.ToBase64String(SampleFiles.MacroByPart))), "giay-to.ban-thao");
        (await house.AskAsync((DepartmentDb db) => db.Set<NationalSubmission>().AnyAsync())).ShouldBeFalse();
        (await house.AskAsync((DepartmentDb db) => db.Set<NhiemSo.Platform.Matters.Matter>().AnyAsync())).ShouldBeFalse();

        (await portal.PostAsync(Submissions, new string(' ', 41 << 20))).Status.ShouldBe(413);

        (await new Curl(house.Address).PostAsync(Submissions, good)).Status.ShouldBe(401);
        (await (await Curl.AsAsync(program, house.Address, "dossiers.read")).PostAsync(Submissions, good)).Status.ShouldBe(403);
        (await (await Curl.AsAsync(program, house.Address, "dossiers.submit")).GetAsync(Status + "0")).Status.ShouldBe(403);
        using var staff = await house.SignInAsync("motcua");
        (await staff.PostJsonAsync(Submissions, good)).Status.ShouldBe(HttpStatusCode.Unauthorized, "a cookie opens nothing here");

        async Task<string> RefusedAsync(string json, string field)
        {
            var (status, body) = await portal.PostAsync(Submissions, json);
            status.ShouldBe(400, body?.ToJsonString());
            return body!["errors"]![field].ShouldNotBeNull(body.ToJsonString())[0]!.GetValue<string>();
        }
    }

    private static string Changed(string json, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(json)!;
        change(node);
        return node.ToJsonString();
    }
}
