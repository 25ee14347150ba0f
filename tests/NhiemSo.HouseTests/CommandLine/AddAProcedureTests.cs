using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.CommandLine;

/// <summary>What <c>docs/them-thu-tuc.md</c> tells the jurist, done to the letter: its files, its commands, its faults and its addresses are read from the page itself.</summary>
public sealed partial class AddAProcedureTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Code = "phat-hanh-xac-nhan-diem-sach-cong-dong", Register = "diem-sach-cong-dong";

    private static readonly string Rules = CalendarFolder.FindRules()!;
    private static readonly string Guide = File.ReadAllText(Path.Combine(Rules, "..", "docs", "them-thu-tuc.md"));

    [Fact]
    public async Task Each_fault_of_the_page_is_reported_in_the_words_of_the_page()
    {
        using var desk = new Desk();
        desk.Write();
        var slips = Slip().Matches(Guide).ToList();
        slips.Count.ShouldBeGreaterThan(2);
        foreach (var slip in slips)
        {
            var (good, bad, words) = (slip.Groups["good"].Value, slip.Groups["bad"].Value, slip.Groups["words"].Value.Trim());
            var file = Path.Combine(desk.Draft, words.Split(':')[0]);
            var text = await File.ReadAllTextAsync(file);
            text.ShouldContain($"\n{good}\n");
            await File.WriteAllTextAsync(file, text.Replace($"\n{good}\n", $"\n{bad}\n", StringComparison.Ordinal));
            var checkedOnce = await Program.RunInAsync(desk.Folder, "rules", "check", "ban-thao");
            checkedOnce.Code.ShouldBe(1);
            checkedOnce.Output.Split('\n').ShouldContain(words, checkedOnce.Output);
            await File.WriteAllTextAsync(file, text);
        }

        Directory.CreateDirectory(Path.Combine(desk.Folder, "trong"));
        var nothing = await Program.RunInAsync(desk.Folder, "rules", "check", "trong");
        nothing.Code.ShouldBe(2);
        nothing.Errors.ShouldContain("không có tệp .yaml nào");
    }

    [Theory, BothEngines]
    public async Task The_procedure_of_the_page_is_written_imported_confirmed_applied_for_and_issued_with_its_entry(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var desk = new Desk();
        desk.Write().ShouldBe(4);
        foreach (var line in Commands().Matches(Guide).SelectMany(m => m.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Where(l => l.StartsWith("./nhiemso ", StringComparison.Ordinal)))
        {
            var words = line.Split(' ')[1..];
            var done = await Program.RunInAsync(desk.Folder, [.. words, .. words[1] == "check" ? (string[])[] : CommandTests.Place(house.Settings)]);
            done.Code.ShouldBe(0, line + done.Output + done.Errors);
            if (words is ["rules", "check", ..]) done.Errors.ShouldContain(", 0 lỗi, ");
            if (words is ["rules", "diff", "rules"]) done.Output.ShouldContain("0 khác");
            if (words is not ["rules", "diff", "ban-thao"]) continue;
            foreach (var said in Expected().Match(Guide).Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)) done.Output.ShouldContain(said);
        }

        // A running server looks for new rules every two seconds; here the clock is the test's.
        house.Time.Advance(TimeSpan.FromSeconds(5));
        using var citizen = house.Visit();
        await citizen.GetAsync("/thu-tuc/" + Code);
        citizen.Heading.ShouldStartWith("Xác nhận điểm sách cộng đồng");
        citizen.Page.QuerySelectorAll("main button").ShouldNotContain(b => b.TextContent.Contains("Nộp trực tuyến"), "nobody confirmed what is doubtful");
        using (var leader = await house.SignInAsync("giamdoc"))
        {
            await leader.GetAsync($"/quan-tri/quy-tac/procedure/{Code}");
            await leader.TickAllAsync("Fact", new() { ["Source"] = "" });
            leader.Errors.ShouldContain("Ghi văn bản");
            leader.Page.QuerySelectorAll("input[name=Fact][checked]").Length.ShouldBeGreaterThan(3, "what was ticked stays ticked");
            await leader.TickAllAsync("Fact", new() { ["Source"] = "Văn bản ví dụ" });
            leader.Page.QuerySelectorAll("[name=Fact]").ShouldBeEmpty(leader.Errors);
        }

        var line1 = new AnyLine(house, Code);
        var id = await line1.ToOfficerAsync(await line1.SubmitAsync(new Dictionary<string, string> { ["ten_diem_sach"] = "Tủ sách thôn Phú Hậu (minh họa)" }));
        using (var officer = await line1.ToDraftAsync(id))
        {
            await officer.SubmitAsync(button: "Trình ký dự thảo");
            officer.Errors.ShouldBeEmpty();
        }

        await line1.IssueAsync(id);
        var entry = await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.MatterId == id));
        (entry.Register, entry.Number).ShouldBe((Register, "01/XNĐS-STTTT"));
        using var staff = await house.SignInAsync("motcua");
        (await staff.GetAsync($"/so-bo/{Register}/{entry.Id}")).Text.ShouldContain("Tủ sách thôn Phú Hậu (minh họa)");
        using var keeper = await house.SignInAsync("giamdoc");
        foreach (var address in Places().Matches(Guide[Guide.IndexOf("## 10.", StringComparison.Ordinal)..]).Select(m => m.Groups["at"].Value))
        {
            var reader = address.StartsWith("/quan-tri", StringComparison.Ordinal) ? keeper : address.StartsWith("/thu-tuc", StringComparison.Ordinal) ? citizen : staff;
            (await reader.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, address);
            reader.Text.ShouldContain("điểm sách cộng đồng", Case.Insensitive, address);
        }
    }

    [GeneratedRegex("Tệp `(?<path>[^`]+)`:\n\n```yaml\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Files();

    [GeneratedRegex("```bash\n(?<lines>.*?)```", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Commands();

    [GeneratedRegex("```diff\n- (?<good>[^\n]*)\n\\+ (?<bad>[^\n]*)\n```\n```text\n(?<words>.*?)\n```", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Slip();

    [GeneratedRegex("bốn dòng `mới`:\n\n```text\n(?<lines>.*?)```", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Expected();

    [GeneratedRegex(@"^\| `(?<at>/[^`]+)` \|", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Places();

    /// <summary>The jurist's folder: the rule books and the copy they write in.</summary>
    private sealed class Desk : IDisposable
    {
        public Desk()
        {
            Guide.ShouldContain("cp -r rules ban-thao");
            foreach (var copy in new[] { "rules", "ban-thao" })
                foreach (var file in Directory.EnumerateFiles(Rules, "*", SearchOption.AllDirectories))
                {
                    var to = Path.Combine(Folder, copy, Path.GetRelativePath(Rules, file));
                    Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                    File.Copy(file, to);
                }
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("nhiemso-phap-che-").FullName;

        public string Draft => Path.Combine(Folder, "ban-thao");

        /// <summary>Writes the page's files; answers how many.</summary>
        public int Write()
        {
            var files = Files().Matches(Guide);
            foreach (var file in files.AsEnumerable()) File.WriteAllText(Path.Combine(Draft, file.Groups["path"].Value), file.Groups["text"].Value);
            return files.Count;
        }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
