using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso rules ...</c>: the rule books.</summary>
internal static class RulesCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every kind of rule book the rooms bring; no database is needed to check.</summary>
    private static IReadOnlyList<IRuleKind> Kinds { get; } = FromRooms();

    private static IReadOnlyList<IRuleKind> FromRooms()
    {
        var services = new ServiceCollection();
        foreach (var room in Rooms.All) room.AddServices(services);
        return [.. services.Where(s => s.ServiceType == typeof(IRuleKind)).Select(s => (IRuleKind)Activator.CreateInstance(s.ImplementationType!)!)];
    }

    public static Command Build() => new("rules", "Bộ quy định: kiểm tra, nhập, so sánh, xuất.")
    {
        BuildCheck(),
        RulesDataCommands.BuildImport(),
        RulesDataCommands.BuildDiff(),
        RulesDataCommands.BuildExport(),
    };

    private static Command BuildCheck()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Thư mục chứa bộ quy định.", DefaultValueFactory = _ => new DirectoryInfo(Platform.WorkingTime.CalendarFolder.FindRules() ?? "rules") };
        var json = new Option<bool>("--json") { Description = "Chỉ in JSON." };
        var strict = new Option<bool>("--strict") { Description = "Tính tệp có loại chưa biết là lỗi." };
        var command = new Command("check", "Đọc mọi tệp quy định và liệt kê lỗi theo tệp, dòng.") { folder, json, strict };
        command.SetAction(parsed => Check(parsed.GetValue(folder)!, parsed.GetValue(json), parsed.GetValue(strict)));
        return command;
    }

    private static int Check(DirectoryInfo folder, bool json, bool strict)
    {
        if (!folder.Exists)
        {
            Console.Error.WriteLine($"Không có thư mục {folder.FullName}.");
            return 2;
        }
        var faults = new RuleFaults();
        var texts = RuleFolder.Read(folder.FullName, faults);
        if (texts.Count == 0 && faults.Count == 0)
        {
            Console.Error.WriteLine($"Thư mục {folder.FullName} không có tệp .yaml nào. Chỉ vào thư mục chứa codes, procedures, registers…");
            return 2;
        }

        var result = RuleCompiler.Compile(texts, Kinds, faults);
        if (strict)
            foreach (var book in result.UnknownKinds) faults.Add(book.Place("kind"), $"Chưa biết loại '{book.Kind}'.");
        var found = faults.InOrder;
        if (json) Console.Out.WriteLine(JsonSerializer.Serialize(Report(result, found), Json));
        else Print(result, found);
        return found.Count == 0 ? 0 : 1;
    }

    private static object Report(RuleCompilation result, IReadOnlyList<RuleFault> faults) => new
    {
        books = result.Books.Select(b => new { b.File, b.Kind, b.Code, b.From, b.To, b.Hash, doubtful = DoubtfulFacts.In(b, []).Count }),
        unknownKinds = result.UnknownKinds.Select(b => new { b.File, b.Kind }),
        faults,
    };

    private static void Print(RuleCompilation result, IReadOnlyList<RuleFault> faults)
    {
        foreach (var fault in faults) Console.Out.WriteLine(fault);
        foreach (var book in result.UnknownKinds) Console.Error.WriteLine($"{book.File}: chưa biết loại '{book.Kind}', chưa kiểm tra.");
        var doubtful = result.Books.Sum(b => DoubtfulFacts.In(b, []).Count);
        Console.Error.WriteLine($"{result.Books.Count} tệp, {faults.Count} lỗi, {doubtful} mục cần đối chiếu.");
    }
}
