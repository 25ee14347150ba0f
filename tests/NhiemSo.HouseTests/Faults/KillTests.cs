using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Faults;

/// <summary>The server is killed (SIGKILL) in the middle of work and started again; what it answered as done must be there, and nothing by halves.</summary>
public sealed class KillTests(Databases databases)
{
    private const string Command = "./test --long";

    [Theory, BothEngines]
    public Task A_server_killed_at_work_keeps_all_it_answered(Engine engine) => KillAsync(engine, kills: 1);

    [Theory, BothEngines, Trait("long", "true")]
    public async Task A_server_killed_twenty_times_at_work_keeps_all_it_answered(Engine engine)
    {
        const int Kills = 20;
        var ledger = await KillAsync(engine, Kills);
        Measured.Add(
            $"{engine}: {Kills} × kill -9 under load, acts acknowledged ({ledger.Submitted.Count} submitted, {ledger.TypedIn.Count} typed in, {ledger.Accepted.Count} accepted, {ledger.Transferred.Count} transferred), lost or half-done",
            $"{ledger.Acts}, 0", Command);
    }

    private async Task<Ledger> KillAsync(Engine engine, int kills)
    {
        var settings = await databases.NewAsync(engine);
        var place = CommandLine.CommandTests.Place(settings);
        var ledger = new Ledger();
        for (var kill = 0; kill < kills; kill++)
        {
            using var stop = new CancellationTokenSource();
            var before = ledger.Acts;
            Task load;
            using (var server = await CommandLine.Program.ServeAsync(place))
            {
                load = new OfficeLoad(server.Address!, ledger, stop.Token).RunAsync();
                // Not before somebody was answered, then at any moment.
                while (ledger.Acts < before + 3 && !load.IsCompleted) await Task.Delay(20);
                await Task.Delay(Random.Shared.Next(1500));
            }

            await stop.CancelAsync();
            await load;
            ledger.Acts.ShouldBeGreaterThan(before, "work went on after the restart");
        }

        await using (var office = Office.Open(settings)) await new Recount(office).ShouldHoldAsync(ledger);
        var verified = await CommandLine.Program.RunAsync(["audit", "verify", .. place]);
        verified.Code.ShouldBe(0, verified.Output);
        await databases.DropAsync(settings);
        return ledger;
    }
}
