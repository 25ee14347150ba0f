using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Rules;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Upgrade;

/// <summary>The data of every earlier release that was kept goes on under this program, however many migrations lie between.</summary>
public sealed class UpgradeTests(Databases databases)
{
    public static TheoryData<string, Engine> Releases => [.. Fixture.Days.SelectMany(day => Enum.GetValues<Engine>().Select(engine => (day, engine)))];

    [Theory, MemberData(nameof(Releases))]
    public async Task The_data_of_an_earlier_release_is_migrated_whole_and_work_goes_on(string day, Engine engine)
    {
        var settings = await databases.NewAsync(engine, bare: true);
        var facts = await Fixture.RestoreAsync(day, settings);
        var place = CommandLine.CommandTests.Place(settings);

        var migrated = await CommandLine.Program.RunAsync(["migrate", "--json", .. place]);
        migrated.Code.ShouldBe(0, migrated.Errors);
        var applied = JsonDocument.Parse(migrated.Output).RootElement.GetProperty("applied").EnumerateArray().Select(m => m.GetString()!).ToList();
        var verified = await CommandLine.Program.RunAsync(["audit", "verify", .. place]);
        verified.Code.ShouldBe(0, verified.Output);

        await using (var office = Office.Open(settings))
        {
            facts.Schema.Concat(applied).ShouldBe(await office.AskAsync((DepartmentDb db) => Task.FromResult(db.Database.GetMigrations())));
            (await office.AskAsync((DepartmentDb db) => db.Database.GetPendingMigrationsAsync())).ShouldBeEmpty();
            (await office.AskAsync((DepartmentDb db) => FixtureFacts.CountAsync(db))).ShouldBe(facts.Counts);
        }

        await using var house = await WebHouse.OpenAsync(settings, afterwards: () => databases.DropAsync(settings));
        house.Time.SetUtcNow(new DateTimeOffset(facts.At.AddHours(1)));
        await EveryRuleIsReadAsync(house);
        await PagesAnswerAsync(house, facts);
        await WorkGoesOnAsync(house, facts);

        // The operator's next step: the books of this release.
        var imported = await CommandLine.Program.RunAsync(["rules", "import", .. place]);
        imported.Code.ShouldBe(0, imported.Errors);
        house.Time.Advance(RuleShelf.Freshness);
        using var officer = await house.SignInAsync("chuyenvien");
        (await TheLine.ActAsync(officer, facts.Open, "trinh-du-thao")).Text.ShouldContain("Chờ lãnh đạo duyệt ký");
        (await house.AskAsync((AuditVerifier v) => v.VerifyAsync(CancellationToken.None))).Faults.ShouldBeEmpty();
    }

    private static async Task EveryRuleIsReadAsync(WebHouse house)
    {
        var shelf = house.Services.GetRequiredService<RuleShelf>();
        foreach (var hash in await house.AskAsync((DepartmentDb db) => db.Set<RuleVersion>().Select(v => v.Hash).ToListAsync()))
            shelf.Version<object>(hash).ShouldNotBeNull();
    }

    private static async Task PagesAnswerAsync(WebHouse house, FixtureFacts facts)
    {
        using var officer = await house.SignInAsync("chuyenvien");
        (await officer.GetAsync($"/mot-cua/{facts.Open}")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        officer.Text.ShouldContain(facts.Holder);
        (await officer.GetAsync($"/so-bo/{facts.Register}")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        officer.Text.ShouldContain(facts.Licence);
        officer.Text.ShouldContain(facts.Holder);
        using var clerk = await house.SignInAsync("vanthu");
        await clerk.GetAsync(facts.Document + "/tep");
        clerk.Bytes.AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue("the signed file came along");
    }

    private static async Task WorkGoesOnAsync(WebHouse house, FixtureFacts facts)
    {
        Task<int> EntriesAsync() => house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().CountAsync(e => e.SubjectId == facts.Open && e.Act == "tham-dinh"));
        (await EntriesAsync()).ShouldBe(0);
        using var officer = await house.SignInAsync("chuyenvien");
        await TheLine.ActAsync(officer, facts.Open, "tham-dinh", new() { ["noi_dung_tham_dinh"] = "Đúng tôn chỉ, không thuộc điều cấm.", ["so_trang_quy_chuan"] = "86" });
        (await EntriesAsync()).ShouldBe(1, officer.Text);
        (await house.AskAsync((DepartmentDb db) => db.Set<Matter>().Where(m => m.Id == facts.Open).Select(m => m.State).SingleAsync())).ShouldBe("dang-du-thao");
    }
}
