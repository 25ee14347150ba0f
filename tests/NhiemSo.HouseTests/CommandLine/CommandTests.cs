using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.CommandLine;

public sealed class CommandTests(Databases databases)
{
    [Theory]
    [InlineData("rules")]
    [InlineData("rules", "foo")]
    [InlineData("seed", "--dossiers", "0")]
    [InlineData("backup")]
    [InlineData("migrate", "--no-such")]
    [InlineData("mandate", "import")]
    [InlineData("mandate", "import", "qd.txt", "--from", "mai")]
    [InlineData("mandate", "import", "qd.txt", "--unit", "2")]
    public async Task A_command_called_wrongly_ends_with_2_and_nothing_on_stdout(params string[] args)
    {
        var done = await Program.RunAsync(args);
        done.Code.ShouldBe(2);
        done.Output.ShouldBeEmpty();
        done.Errors.ShouldContain("--help");
    }

    [Theory]
    [InlineData]
    [InlineData("rules", "import")]
    public async Task Help_calls_the_program_as_people_do(params string[] args)
    {
        var help = await Program.RunAsync([.. args, "--help"]);
        help.Code.ShouldBe(0, help.Errors);
        help.Output.ShouldContain(string.Join(' ', ["  nhiemso", .. args]));
        help.Output.ShouldNotContain("NhiemSo.Host");
    }

    [Fact]
    public async Task Demo_accounts_are_served_on_loopback_only_and_a_second_start_keeps_the_data()
    {
        var settings = await databases.NewAsync(Engine.Sqlite);
        using (var first = await Program.ServeAsync("--data", settings.DataFolder))
        {
            first.Output.ShouldContain("mật khẩu chung");
            var seeded = await Program.RunAsync("seed", "--dossiers", "3", "--data", settings.DataFolder);
            seeded.Code.ShouldBe(0, seeded.Errors);
        }

        var elsewhere = await Program.RunAsync("serve", "--urls", "http://0.0.0.0:0", "--data", settings.DataFolder);
        elsewhere.Code.ShouldBe(1);
        elsewhere.Errors.ShouldContain("tài khoản minh họa");
        using (var second = await Program.ServeAsync("--data", settings.DataFolder))
        {
            second.Output.ShouldContain("mật khẩu chung");
            await using var office = Office.Open(settings);
            (await office.AskAsync((DepartmentDb db) => db.Set<Matter>().CountAsync())).ShouldBe(3);
        }

        await databases.DropAsync(settings);
    }

    [Theory, BothEngines]
    public async Task Commands_write_beside_a_server_that_writes(Engine engine)
    {
        var settings = await databases.NewDemoAsync(engine);
        await using var house = await WebHouse.OpenAsync(settings, afterwards: () => databases.DropAsync(settings));
        var place = Place(settings);
        var seeding = Program.RunAsync(["seed", "--dossiers", "40", "--json", .. place]);
        var importing = Program.RunAsync(["rules", "import", "--json", .. place]);
        var codes = new List<string>();
        for (var i = 0; i < 4; i++) codes.Add((await new TheLine(house).SubmitAsync()).LookupCode);
        var (seeded, imported) = (await seeding, await importing);
        seeded.Code.ShouldBe(0, seeded.Errors);
        imported.Code.ShouldBe(0, imported.Errors);
        JsonDocument.Parse(seeded.Output).RootElement.GetProperty("submitted").GetInt32().ShouldBe(40);
        JsonDocument.Parse(imported.Output).RootElement.GetProperty("changes").GetArrayLength().ShouldBe(0);
        codes.ShouldAllBe(c => c.Length > 0);
        (await house.AskAsync((DepartmentDb db) => db.Set<Matter>().CountAsync())).ShouldBe(44);
        (await house.AskAsync((AuditVerifier v) => v.VerifyAsync(CancellationToken.None))).Clean.ShouldBeTrue();
    }

    [Theory, BothEngines]
    public async Task Nothing_is_invented_in_an_office_without_demo_accounts(Engine engine)
    {
        var settings = await databases.NewAsync(engine);
        (await Program.RunAsync(["rules", "import", .. Place(settings)])).Code.ShouldBe(0);
        var seeded = await Program.RunAsync(["seed", "--dossiers", "1", .. Place(settings)]);
        seeded.Code.ShouldBe(1);
        seeded.Errors.ShouldContain("không có tài khoản minh họa");
        await databases.DropAsync(settings);
    }

    [Fact]
    public async Task Equal_seeds_invent_equal_applicants()
    {
        var names = new List<string>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var settings = await databases.NewDemoAsync(Engine.Sqlite);
            await using var house = await WebHouse.OpenAsync(settings, afterwards: () => databases.DropAsync(settings));
            (await Program.RunAsync(["seed", "--dossiers", "30", "--seed", "7", .. Place(settings)])).Code.ShouldBe(0);
            names.Add(string.Join('|', await house.AskAsync((DepartmentDb db) => db.Set<Matter>().OrderBy(m => m.Id).Select(m => m.PartyName).ToListAsync())));
        }

        names[0].ShouldBe(names[1]);
    }

    internal static string[] Place(DatabaseSettings settings) =>
        settings.Engine == Engine.Sqlite ? ["--data", settings.DataFolder] : ["--data", settings.DataFolder, "--database", settings.ConnectionString];
}
