using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Review;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.CommandLine;

/// <summary><c>nhiemso mandate import</c> of an ordinary file: the first decision is put in force, a later one planned, a faulty one changes nothing.</summary>
public sealed class MandateImportTests(Databases databases)
{
    private static readonly string Rules = Platform.WorkingTime.CalendarFolder.FindRules()!;

    [Theory, BothEngines]
    public async Task Without_one_in_force_a_file_is_put_in_force_and_the_next_is_planned(Engine engine)
    {
        var settings = await databases.NewAsync(engine);
        var place = CommandTests.Place(settings);
        (await Program.RunAsync(["rules", "import", .. place])).Code.ShouldBe(0);
        var first = Docx(settings, "Quyết định 55 (bản phát hành).docx", await File.ReadAllTextAsync(Path.Combine(Rules, "mandates", "qd-55-2024", "decision.txt")));
        var early = await Program.RunAsync(["mandate", "import", first, "--from", "01/01/2027", "--warnings-seen", .. place]);
        (early.Code, early.Output).ShouldBe((1, ""));
        early.Errors.ShouldContain("Chưa có quyết định nào đang thi hành nên chưa có gì để chuyển");
        using (var done = await TakenAsync(["mandate", "import", first, "--warnings-seen", "--json", .. place]))
        {
            (Text(done, "code"), Text(done, "number"), Text(done, "from"), done.RootElement.GetProperty("planned").GetBoolean()).ShouldBe(("qd-55-2024", "55/QĐ-STTTT", "2024-03-28", false));
            done.RootElement.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("code").GetString()).ShouldBe(["VP", "TTRA", "CNTT", "TTBC"], "as the rule book of this decision calls them");
            using var again = await TakenAsync(["mandate", "import", first, "--json", .. place]);
            Text(again, "id").ShouldBe(Text(done, "id"));
        }

        var next = Path.Combine(AppContext.BaseDirectory, "Mandate", "qd-99-2026.txt");
        var wrong = await Program.RunAsync(["mandate", "import", next, "--warnings-seen", "--unit", "9=XX", .. place]);
        (wrong.Code, wrong.Output).ShouldBe((1, ""));
        wrong.Errors.ShouldContain("Mục 9 không lập đơn vị nào. Các đơn vị: 1 Văn phòng và Thanh tra; 2 ");
        using (var planned = await TakenAsync(["mandate", "import", next, "--warnings-seen", "--from", "01/01/2027", "--unit", "2=CDS", "--unit", "3=BCHT", "--json", .. place]))
        {
            (Text(planned, "code"), Text(planned, "from"), planned.RootElement.GetProperty("planned").GetBoolean()).ShouldBe(("qd-99-2026", "2027-01-01", true));
            planned.RootElement.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("code").GetString()).Skip(1).Take(2).ShouldBe(["CDS", "BCHT"]);
        }

        var third = Path.Combine(settings.DataFolder, "qd-98.txt");
        await File.WriteAllTextAsync(third, (await File.ReadAllTextAsync(next)).Replace("99/QĐ-STTTT", "98/QĐ-STTTT", StringComparison.Ordinal));
        var refused = await Program.RunAsync(["mandate", "import", third, "--warnings-seen", .. place]);
        refused.Code.ShouldBe(1);
        refused.Errors.ShouldContain("rút lại quyết định ấy");
        var known = await Program.RunAsync(["mandate", "import", "qd-55-2024", .. place]);
        known.Errors.ShouldBeEmpty();
        (known.Code, known.Output.Split('\n')[0]).ShouldBe((0, "55/QĐ-STTTT (qd-55-2024) đang thi hành từ 28/03/2024."));
        await using (var office = Office.Open(settings))
        {
            (await office.AskAsync((DepartmentDb db) => db.Set<StoredReading>().OrderBy(r => r.Id).Select(r => r.MandateCode).ToListAsync())).ShouldBe(["qd-55-2024", "qd-99-2026"], "the readings stand on screen, with nothing left of what was refused");
            (await office.AskAsync((DepartmentDb db) => db.Set<MandateSuccession>().Select(s => s.State).ToListAsync())).ShouldBe([SuccessionState.Planned]);
        }

        (await Program.RunAsync(["audit", "verify", .. place])).Code.ShouldBe(0);
        await databases.DropAsync(settings);
    }

    [Fact]
    public async Task What_is_missing_odd_or_no_decision_is_named_and_changes_nothing()
    {
        var settings = await databases.NewDemoAsync(Engine.Sqlite);
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Mandate", "qd-99-2026.txt"));
        await RefusedAsync("khong-so.txt", text.Replace("Số: 99/QĐ-STTTT", "", StringComparison.Ordinal), "Số, ký hiệu và ngày ban hành chưa đủ");
        await RefusedAsync("mat-ngoac.txt", text.Replace("b) Tổ chức thực hiện và theo dõi phong trào thi đua", "b Tổ chức thực hiện và theo dõi phong trào thi đua", StringComparison.Ordinal), "chạy lại với --warnings-seen", "Dòng ");
        await RefusedAsync("tcvn3.txt", "Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc ¸µ¶·¹¨®¬¦§", "TCVN3");
        var missing = await Program.RunAsync(["mandate", "import", "khong-co.docx", .. CommandTests.Place(settings)]);
        (missing.Code, missing.Output).ShouldBe((1, ""));
        missing.Errors.ShouldContain("Không có tệp khong-co.docx");
        await using (var office = Office.Open(settings))
        {
            (await office.AskAsync((DepartmentDb db) => db.Set<StoredReading>().CountAsync())).ShouldBe(0);
            (await office.AskAsync((DepartmentDb db) => db.Set<MandateDecision>().CountAsync())).ShouldBe(1);
        }

        await databases.DropAsync(settings);

        async Task RefusedAsync(string name, string content, params string[] words)
        {
            var path = Path.Combine(settings.DataFolder, name);
            await File.WriteAllTextAsync(path, content);
            var done = await Program.RunAsync(["mandate", "import", path, .. CommandTests.Place(settings)]);
            (done.Code, done.Output).ShouldBe((1, ""), name);
            foreach (var word in words) done.Errors.ShouldContain(word, customMessage: name);
        }
    }

    private static async Task<JsonDocument> TakenAsync(string[] args)
    {
        var done = await Program.RunAsync(args);
        done.Code.ShouldBe(0, done.Errors);
        return JsonDocument.Parse(done.Output);
    }

    private static string? Text(JsonDocument taken, string name) => taken.RootElement.GetProperty(name).GetString();

    /// <summary>As an office would send it: each line a paragraph.</summary>
    private static string Docx(DatabaseSettings settings, string name, string text)
    {
        var path = Path.Combine(settings.DataFolder, name);
        using var document = WordprocessingDocument.Create(path, DocumentFormat.OpenXml.WordprocessingDocumentType.Document);
        document.AddMainDocumentPart().Document = new Document(new Body(text.Split('\n').Select(l => new Paragraph(new Run(new Text(l.TrimEnd('\r')) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve })))));
        return path;
    }
}
