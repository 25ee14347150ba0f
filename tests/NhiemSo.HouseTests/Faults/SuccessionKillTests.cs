using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Mandate.Succession.Arrange;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Faults;

/// <summary>The server is killed (SIGKILL) while open work moves from one decision to the next; started again, it goes on where it stopped, and SQL by hand counts what came of it.</summary>
public sealed class SuccessionKillTests(Databases databases)
{
    [Theory, BothEngines]
    public Task A_run_killed_in_the_middle_goes_on_and_moves_each_matter_once(Engine engine) => KillAsync(engine, dossiers: 60, kills: 1);

    [Theory, BothEngines, Trait("long", "true")]
    public async Task A_run_killed_six_times_goes_on_and_moves_each_matter_once(Engine engine)
    {
        const int Dossiers = 300, Kills = 6;
        await KillAsync(engine, Dossiers, Kills);
        Measured.Add($"{engine}: {Kills} × kill -9 in one run from one decision to the next, {Dossiers} open matters, moved twice or not at all", "0", "./test --long");
    }

    private async Task KillAsync(Engine engine, int dossiers, int kills)
    {
        var settings = await databases.NewAsync(engine);
        var place = CommandLine.CommandTests.Place(settings);
        var sql = new SuccessionCount(settings);
        Task asked;
        using (var server = await CommandLine.Program.ServeAsync(place))
        {
            await DoneAsync(["seed", "--dossiers", $"{dossiers}", .. place]);
            await DoneAsync(["mandate", "import", await DecisionAsync(settings), "--warnings-seen", .. place]);
            await using (var office = Office.Open(settings)) await ArrangeAsync(office);
            (await sql.OpenAsync()).ShouldBe(dossiers);
            asked = StartAsync(server.Address!);
            await sql.UntilMovedAsync(Next(0, dossiers, kills));
        }

        await asked;
        for (var kill = 1; kill < kills; kill++)
        {
            var moved = await InTheMiddleAsync(sql, dossiers);
            using var server = await CommandLine.Program.ServeAsync(place);
            await sql.UntilMovedAsync(Next(moved, dossiers, kills - kill));
        }

        await InTheMiddleAsync(sql, dossiers);
        using (await CommandLine.Program.ServeAsync(place))
        {
            await sql.UntilEndedAsync();
            await sql.ShouldHoldAsync(dossiers);
            var before = await sql.TracesAsync();
            await sql.BeginAgainAsync();
            await sql.UntilEndedAsync();
            (await sql.TracesAsync()).ShouldBe(before, "a second run finds nothing to move");
        }

        var verified = await CommandLine.Program.RunAsync(["audit", "verify", .. place]);
        verified.Code.ShouldBe(0, verified.Output);
        await databases.DropAsync(settings);
    }

    /// <summary>The administrator presses the button; the page that answers may come too late, from a server that is no more.</summary>
    private static async Task StartAsync(Uri address)
    {
        using var admin = await Visitor.SignInAsync(address, "quantri");
        await admin.GetAsync("/quan-tri/sap-xep/chuyen");
        try
        {
            await admin.SubmitAsync();
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return;
        }

        admin.Errors.ShouldBeEmpty();
    }

    /// <summary>How many are to have moved at the next kill: some more than now, well before the end.</summary>
    private static int Next(int moved, int dossiers, int killsLeft) => moved + 1 + Random.Shared.Next((dossiers - moved) / (2 * killsLeft));

    /// <summary>Some moved, some not. The dead server's lease is ended at once: nobody else has to wait five minutes whether it is really dead.</summary>
    private static async Task<int> InTheMiddleAsync(SuccessionCount sql, int dossiers)
    {
        var moved = await sql.MovedAsync();
        moved.ShouldBeInRange(1, dossiers - 1, "killed in the middle");
        await sql.EndLeaseAsync();
        return moved;
    }

    /// <summary>The invented decision of the other tests, in force on the machine's own day.</summary>
    private static async Task<string> DecisionAsync(DatabaseSettings settings)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Mandate", "qd-99-2026.txt"));
        var path = Path.Combine(settings.DataFolder, "qd-99.txt");
        await File.WriteAllTextAsync(path, text.Replace("05 tháng 11 năm 2026", "05 tháng 11 năm 2025", StringComparison.Ordinal).Replace("13 tháng 11 năm 2026", "13 tháng 11 năm 2025", StringComparison.Ordinal));
        return path;
    }

    /// <summary>Every unit and every duty to the likeliest; the pages of it are walked elsewhere.</summary>
    private static async Task ArrangeAsync(Office office)
    {
        office.Time.SetUtcNow(DateTimeOffset.UtcNow);
        await using var scope = office.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (plans, desk) = (services.GetRequiredService<PlanReader>(), services.GetRequiredService<ArrangeDesk>());
        var person = await services.GetRequiredService<DepartmentDb>().Set<Account>().Where(a => a.UserName == "quantri").Select(a => a.PersonId!.Value).SingleAsync();
        var admin = await services.GetRequiredService<Readers>().OfPersonAsync(person, CancellationToken.None);
        var plan = (await plans.CurrentAsync(CancellationToken.None))!;
        var likeness = new Suggestions(plan.OldDuties, plan.NewDuties);
        foreach (var unit in plan.UnmappedUnits)
            (await desk.ArrangeUnitAsync(unit.Id, new UnitChoice([plan.NewUnits.MaxBy(u => likeness.Share(unit.Id, u.Id))!.Id], null, false, []), admin, CancellationToken.None)).Problem.ShouldBeNull();
        foreach (var duty in plan.UnmappedDuties)
        {
            var choice = likeness.For(duty) is [var best, ..] ? new DutyChoice([best.Duty.Id], null, null) : new DutyChoice([], null, plan.NewUnits[0].Id);
            (await desk.ArrangeAsync(duty.Id, choice, admin, CancellationToken.None)).Problem.ShouldBeNull();
        }
    }

    private static async Task DoneAsync(string[] command)
    {
        var done = await CommandLine.Program.RunAsync(command);
        done.Code.ShouldBe(0, done.Errors);
    }
}
