using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.CommandLine;

public sealed class BackupTests(Databases databases)
{
    [Theory]
    [InlineData(Engine.Sqlite, Engine.Postgres)]
    [InlineData(Engine.Postgres, Engine.Sqlite)]
    [InlineData(Engine.Sqlite, Engine.Sqlite)]
    [InlineData(Engine.Postgres, Engine.Postgres)]
    public async Task A_backup_of_a_working_office_restores_equal_on_either_engine(Engine from, Engine to)
    {
        var settings = await databases.NewDemoAsync(from);
        var folder = Directory.CreateTempSubdirectory("nhiemso-backup-").FullName;
        var (one, two) = (Path.Combine(folder, "one.zip"), Path.Combine(folder, "two.zip"));
        await using (var house = await WebHouse.OpenAsync(settings, afterwards: () => databases.DropAsync(settings)))
        {
            (await Program.RunAsync(["seed", "--dossiers", "20", .. CommandTests.Place(settings)])).Code.ShouldBe(0);
            await new TheLine(house).SubmitAsync();
            var made = await Program.RunAsync(["backup", one, .. CommandTests.Place(settings)]);
            made.Code.ShouldBe(0, made.Errors);
        }

        var target = await databases.NewAsync(to);
        var restored = await Program.RunAsync(["restore", one, .. CommandTests.Place(target)]);
        restored.Code.ShouldBe(0, restored.Errors);
        restored.Output.ShouldContain("không thấy sai lệch");
        (await Program.RunAsync(["search", "rong nho", "--as", "motcua", .. CommandTests.Place(target)])).Output.ShouldContain("/mot-cua/", customMessage: "the index was written anew");

        // Equal to the byte: every table and file of a backup of the restored office is that of the first.
        (await Program.RunAsync(["backup", two, .. CommandTests.Place(target)])).Code.ShouldBe(0);
        Contents(two).ShouldBe(Contents(one));
        Contents(one).Keys.Count(k => k.StartsWith("files/", StringComparison.Ordinal)).ShouldBePositive();

        var again = await Program.RunAsync(["restore", one, .. CommandTests.Place(target)]);
        again.Code.ShouldBe(1);
        again.Errors.ShouldContain("trống");

        await using (var house = await WebHouse.OpenAsync(target, afterwards: () => databases.DropAsync(target)))
        {
            using var desk = await house.SignInAsync("motcua");
            desk.Path.ShouldBe("/viec");
            (await new TheLine(house).SubmitAsync()).LookupCode.ShouldNotBeEmpty();
            (await house.AskAsync((AuditVerifier v) => v.VerifyAsync(CancellationToken.None))).Clean.ShouldBeTrue();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory, BothEngines]
    public async Task A_file_that_is_no_whole_backup_is_refused_and_nothing_comes_in(Engine engine)
    {
        var settings = await databases.NewAsync(engine);
        var folder = Directory.CreateTempSubdirectory("nhiemso-backup-").FullName;
        var (whole, broken, text) = (Path.Combine(folder, "whole.zip"), Path.Combine(folder, "broken.zip"), Path.Combine(folder, "text.zip"));
        (await Program.RunAsync(["rules", "import", .. CommandTests.Place(settings)])).Code.ShouldBe(0);
        (await Program.RunAsync(["backup", whole, .. CommandTests.Place(settings)])).Code.ShouldBe(0);
        File.Copy(whole, broken);
        using (var zip = ZipFile.Open(broken, ZipArchiveMode.Update))
        {
            // One row fewer than the manifest says.
            var entry = zip.GetEntry("tables/pf_rule_version.jsonl")!;
            string[] lines;
            using (var reader = new StreamReader(entry.Open())) lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            entry.Delete();
            await using var writer = new StreamWriter(zip.CreateEntry("tables/pf_rule_version.jsonl").Open());
            foreach (var line in lines[..^1]) await writer.WriteLineAsync(line);
        }

        await File.WriteAllTextAsync(text, "không phải zip");
        var target = await databases.NewAsync(engine);
        foreach (var file in (string[])[broken, text, Path.Combine(folder, "absent.zip")])
        {
            var refused = await Program.RunAsync(["restore", file, .. CommandTests.Place(target)]);
            refused.Code.ShouldBe(1, file);
            refused.Output.ShouldBeEmpty();
        }

        await using (var office = Office.Open(target, afterwards: () => databases.DropAsync(target)))
            (await office.AskAsync((DepartmentDb db) => db.Set<Platform.Rules.RuleVersion>().CountAsync())).ShouldBe(0);
        await databases.DropAsync(settings);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Names and bytes of all but the manifest, which tells the day and the engine.</summary>
    private static SortedDictionary<string, string> Contents(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries.Where(e => e.FullName != "manifest.json"))
        {
            using var bytes = entry.Open();
            // Rows are compared as a set: the engines order ids differently.
            var lines = entry.FullName.EndsWith(".jsonl", StringComparison.Ordinal) ? string.Join('\n', new StreamReader(bytes).ReadToEnd().Split('\n').Order(StringComparer.Ordinal)) : Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(bytes));
            contents[entry.FullName] = lines;
        }

        return contents;
    }
}
