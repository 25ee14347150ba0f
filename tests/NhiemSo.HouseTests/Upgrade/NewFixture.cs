using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Upgrade;

/// <summary>Not a test of the suite: <c>deploy/new-upgrade-fixture</c> runs it to keep this release's data for the tests of later ones.</summary>
public sealed class NewFixture(Databases databases)
{
    [Theory(Explicit = true), BothEngines]
    public async Task Keep_the_data_of_this_release(Engine engine)
    {
        var settings = await databases.NewAsync(engine);
        var place = CommandLine.CommandTests.Place(settings);
        string document;
        Guid open;
        using (var server = await CommandLine.Program.ServeAsync(place))
        {
            (await CommandLine.Program.RunAsync(["seed", "--dossiers", "20", .. place])).Code.ShouldBe(0);
            var line = new TheLine(server.Address!);
            document = await line.ToApprovedAsync(await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode));
            await line.SignAsync(document);
            using var clerk = await line.SealAsync(document);
            clerk.Text.ShouldContain("Đã phát hành");
            open = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
            (await CommandLine.Program.RunAsync(["audit", "checkpoint", .. place])).Code.ShouldBe(0);
        }

        await using (var office = Office.Open(settings))
        {
            var facts = await office.AskAsync(async (DepartmentDb db) =>
            {
                var entry = await db.Set<RegisterEntry>().SingleAsync();
                return new FixtureFacts(
                    TimeProvider.System.UtcNow(), [.. await db.Database.GetAppliedMigrationsAsync()], await FixtureFacts.CountAsync(db), open, document, entry.Register, entry.Number, entry.HolderName);
            });
            await Fixture.KeepAsync(facts.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), settings, facts);
        }

        await databases.DropAsync(settings);
    }
}
