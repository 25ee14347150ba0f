using System.CommandLine;
using System.Text.Json;
using NhiemSo.Host.Serve;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso rules import|diff|export</c>: rule books between the folder and the database in force.</summary>
internal static class RulesTransfer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command BuildImport() => Build("import", "Nạp bộ quy tắc vào cơ sở dữ liệu: tất cả, hoặc không gì cả khi có lỗi.",
        (rules, folder, ct) => rules.ImportAsync(folder, new Actor(null, Environment.UserName, "dòng lệnh"), ct));

    public static Command BuildDiff() => Build("diff", "So bộ quy tắc trên đĩa với bản đang thi hành.", (rules, folder, ct) => rules.DiffAsync(folder, ct));

    public static Command BuildExport()
    {
        var folder = new Argument<string>("DIR") { Description = "Thư mục nhận bộ quy tắc." };
        var command = new Command("export", "Xuất bộ quy tắc đang thi hành ra tệp, không mất gì.") { folder };
        var office = OfficeOptions.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = OfficeServices.Build(office.Read(parsed));
            await using var scope = services.CreateAsyncScope();
            var count = await scope.ServiceProvider.GetRequiredService<RuleImport>().ExportAsync(Path.GetFullPath(parsed.GetValue(folder)!), ct);
            await Console.Out.WriteLineAsync($"Đã xuất {count} tệp.");
            return 0;
        });
        return command;
    }

    private static Command Build(string name, string what, Func<RuleImport, string, CancellationToken, Task<Outcome<IReadOnlyList<RuleDifference>>>> act)
    {
        var json = new Option<bool>("--json") { Description = "Chỉ in JSON." };
        var command = new Command(name, what) { json };
        var office = OfficeOptions.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var settings = office.Read(parsed);
            await using var services = OfficeServices.Build(settings);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RuleShelf>().RefreshAsync(ct, now: true);
            var outcome = await act(scope.ServiceProvider.GetRequiredService<RuleImport>(), settings.RulesFolder, ct);
            if (!outcome.Ok)
            {
                await Console.Error.WriteLineAsync(outcome.Problem.Message);
                foreach (var fault in outcome.Problem.Fields) await Console.Error.WriteLineAsync($"{fault.Field}: {fault.Message}");
                return 1;
            }

            var changes = outcome.Value.Where(d => d.Change != RuleChange.Same).ToList();
            if (parsed.GetValue(json)) await Console.Out.WriteLineAsync(JsonSerializer.Serialize(changes.Select(c => new { c.Kind, c.Code, c.Name, c.Path, change = c.Change.ToString() }), Json));
            else if (changes.Count == 0) await Console.Out.WriteLineAsync("Không có gì khác.");
            else foreach (var c in changes) await Console.Out.WriteLineAsync($"{Word(c.Change),-22}{c.Path}");
            return 0;
        });
        return command;
    }

    private static string Word(RuleChange change) => change switch
    {
        RuleChange.New => "mới",
        RuleChange.Changed => "đổi",
        RuleChange.OnlyInDatabase => "chỉ có trong CSDL",
        _ => "như cũ",
    };
}
