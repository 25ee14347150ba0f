using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Notifications.Sms;
using NhiemSo.Platform.Outcomes;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Notifications;

/// <summary>Notices by SMS, through a gateway that listens on a real port.</summary>
public sealed class SmsTests(Databases databases)
{
    private const string Secret = "khoa-bi-mat-cua-cong";

    [Theory, BothEngines]
    public async Task Who_gave_a_telephone_only_is_told_by_messages_that_are_retried_given_up_in_sight_and_sent_again(Engine engine)
    {
        await using var gateway = await RecordingGateway.OpenAsync();
        await using var house = await OpenAsync(engine, gateway);
        // Down; then leading elsewhere, as one that was taken over might; then accepted by the status, but not in the words that mean success.
        gateway.Answer = () => gateway.Requests.Count switch { < 7 => (500, "loi"), 7 => (302, ""), _ => (200, "{\"code\":7}") };
        var (citizen, code) = await new TheLine(house).SubmitAsync(new Dictionary<string, string> { ["thu_dien_tu"] = "" });
        citizen.Dispose();
        await GiveUpAsync(house);
        (await LastErrorAsync(house)).ShouldContain("Sms:Success");
        gateway.Requests.Count.ShouldBe(8);
        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, code);
        await desk.GetAsync($"/mot-cua/{id}");
        desk.Text.ShouldContain("Tin được nhắn đến điện thoại");
        desk.Text.ShouldContain($"Đến {Platform.Words.Mask.Phone("0905123482")}");
        desk.Text.ShouldContain("Đã thử 8 lần");

        gateway.Answer = () => (200, "{\"code\": 0}");
        await desk.SubmitAsync(button: "Gửi lại tin nhắn");
        desk.Status.ShouldBe(HttpStatusCode.OK, desk.Text);
        await SentAsync(house, id, 1);
        (await desk.GetAsync($"/mot-cua/{id}")).Text.ShouldContain("Gửi lại tin nhắn");
        desk.Text.ShouldNotContain("Không gửi được");
        var sent = gateway.Requests.Last();
        (sent.Method, sent.Secret).ShouldBe(("POST", Secret));
        var body = JsonDocument.Parse(sent.Body).RootElement;
        body.GetProperty("to").GetString().ShouldBe("+84905123482");
        var text = body.GetProperty("text").GetString()!;
        text.ShouldContain(code);
        text.ShouldContain($"{house.Address}tra-cuu");
        text.ShouldStartWith("So Thong tin va Truyen thong");
        text.ShouldNotContain("Khuyen nong");
        SmsText.Measure(text).ShouldBe(new SmsSize(false, text.Length, 1));
        gateway.Requests.Select(r => JsonDocument.Parse(r.Body).RootElement.GetProperty("id").GetString()).Distinct().ShouldHaveSingleItem("every try of one message has one key");

        await TheLine.ActAsync(desk, id, "tiep-nhan", TheLine.AllPapers);
        await SentAsync(house, id, 2);
        JsonDocument.Parse(gateway.Requests.Last().Body).RootElement.GetProperty("text").GetString()!.ShouldContain("da duoc tiep nhan, hen tra ket qua ");
        (await house.AskAsync((DepartmentDb db) => db.Set<Mail>().AnyAsync(m => m.MatterId == id))).ShouldBeFalse();
        house.Warnings.Lines.ShouldNotContain(w => w.Contains(Secret) || w.Contains("0905123482") || w.Contains(code), "neither secret nor person in the log");
    }

    [Theory, BothEngines]
    public async Task With_an_address_the_setting_decides_a_key_goes_out_once_and_a_landline_gets_nothing(Engine engine)
    {
        await using var gateway = await RecordingGateway.OpenAsync();
        await using var house = await OpenAsync(engine, gateway, new() { ["BesideMail"] = true, ["Diacritics"] = true, ["Format"] = "form" });
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        citizen.Dispose();
        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, code);
        await SentAsync(house, id, 1);
        gateway.Requests.ShouldHaveSingleItem().ContentType.ShouldStartWith("application/x-www-form-urlencoded");
        WebUtility.UrlDecode(gateway.Requests.Single().Body).ShouldContain("đã nhận hồ sơ nộp");
        (await house.AskAsync((DepartmentDb db) => db.Set<Mail>().AnyAsync(m => m.MatterId == id))).ShouldBeTrue();

        (await QueueAsync(house, "ma:1", "0905123482", "Mã xác nhận 123456")).ShouldBeTrue();
        (await QueueAsync(house, "ma:1", "0905123482", "Mã xác nhận 654321")).ShouldBeTrue();
        (await QueueAsync(house, "ma:2", "02583123456", "Mã xác nhận 123456")).ShouldBeFalse();
        (await house.AskAsync((DepartmentDb db) => db.Set<SmsMessage>().Where(m => m.MatterId == null).ToListAsync())).ShouldHaveSingleItem().Text.ShouldNotContain("123456", Case.Sensitive, "a code lies sealed in the database, and not at all once it is out");
        await UntilAsync(() => Task.FromResult(gateway.Requests.Count == 2));
        WebUtility.UrlDecode(gateway.Requests.Last().Body).ShouldContain("Mã xác nhận 123456");
        await UntilAsync(async () => await house.AskAsync((DepartmentDb db) => db.Set<SmsMessage>().AnyAsync(m => m.MatterId == null && m.SentAt != null && m.Text == "")));
        var bare = await databases.NewDemoAsync(engine);
        await using var none = await WebHouse.OpenAsync(bare, afterwards: () => databases.DropAsync(bare));
        (await QueueAsync(none, "ma:1", "0905123482", "Mã")).ShouldBeFalse();
        (await none.AskAsync((DepartmentDb db) => db.Set<SmsMessage>().AnyAsync())).ShouldBeFalse();
    }

    private Task<WebHouse> OpenAsync(Engine engine, RecordingGateway gateway, Dictionary<string, object>? more = null) =>
        gateway.HouseAsync(databases, engine, new(more ?? []) { ["Headers"] = new Dictionary<string, string> { ["X-Api-Key"] = Secret } });

    private static Task<bool> QueueAsync(WebHouse house, string key, string phone, string text) => house.AskAsync(async (IServiceProvider s) =>
    {
        var (work, sms) = ((Work)s.GetService(typeof(Work))!, (ISmsSender)s.GetService(typeof(ISmsSender))!);
        return (await work.ActAsync<bool>(async c => await sms.QueueAsync(key, phone, text, null, c), CancellationToken.None)).Value;
    });

    private static Task<List<SmsMessage>> MessagesAsync(WebHouse house, Guid id) => house.AskAsync((DepartmentDb db) => db.Set<SmsMessage>().AsNoTracking().Where(m => m.MatterId == id).ToListAsync());

    private static async Task<string> LastErrorAsync(WebHouse house) => (await house.AskAsync((DepartmentDb db) => db.Set<Job>().AsNoTracking().SingleAsync(j => j.Kind == "sms")))!.LastError!;

    private static Task SentAsync(WebHouse house, Guid id, int count) => UntilAsync(async () => (await MessagesAsync(house, id)).Count(m => m.SentAt is not null) == count);

    /// <summary>Lets time pass until every message that can't leave has given up.</summary>
    private static Task GiveUpAsync(WebHouse house) => UntilAsync(async () =>
    {
        house.Time.Advance(TimeSpan.FromHours(3));
        return !await house.AskAsync((DepartmentDb db) => db.Set<Job>().AnyAsync(j => j.Kind == "sms" && j.State != JobState.Dead));
    });

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await reached()) return;
            await Task.Delay(100);
        }

        true.ShouldBeFalse("a minute passed");
    }
}
