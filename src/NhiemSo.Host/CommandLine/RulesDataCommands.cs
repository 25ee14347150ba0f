using System.CommandLine;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso rules import|diff|export</c>: between the folder of exchange and the database, the truth in force.</summary>
internal static class RulesDataCommands
{
    private static readonly Dictionary<RuleChange, string> Words = new()
    {
        [RuleChange.New] = "mới", [RuleChange.Changed] = "đã sửa", [RuleChange.Same] = "như cũ", [RuleChange.OnlyInDatabase] = "chỉ có trong cơ sở dữ liệu",
    };

    public static Command BuildImport() => Build("import", "Nạp các quy định mới và đã sửa vào cơ sở dữ liệu; có một lỗi thì không nạp gì.",
        (import, folder, ct) => import.ImportAsync(folder, OnOffice.Operator, ct));

    public static Command BuildDiff() => Build("diff", "So thư mục quy định với cơ sở dữ liệu, không sửa gì.", (import, folder, ct) => import.DiffAsync(folder, ct));

    public static Command BuildExport()
    {
        var target = new Argument<DirectoryInfo>("DIR") { Description = "Thư mục để ghi ra." };
        var json = CommandOutput.JsonOption();
        var command = new Command("export", "Ghi bản mới nhất của mọi quy định trong cơ sở dữ liệu ra tệp.") { target, json };
        var office = OfficeOptions.AddTo(command);
        command.SetAction((parsed, ct) => OnOffice.RunAsync(office.Read(parsed), async services =>
        {
            var folder = parsed.GetRequiredValue(target).FullName;
            var count = await services.GetRequiredService<RuleImport>().ExportAsync(folder, ct);
            CommandOutput.Write(parsed.GetValue(json), new { folder, books = count }, [$"Đã ghi {count} tệp vào {folder}."]);
            return 0;
        }, ct));
        return command;
    }

    private static Command Build(string name, string description, Func<RuleImport, string, CancellationToken, Task<Outcome<IReadOnlyList<RuleDifference>>>> act)
    {
        var source = new Argument<DirectoryInfo?>("DIR") { Description = "Thư mục quy định; bỏ trống là thư mục rules của chương trình.", Arity = ArgumentArity.ZeroOrOne };
        var json = CommandOutput.JsonOption();
        var command = new Command(name, description) { source, json };
        var office = OfficeOptions.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var settings = office.Read(parsed);
            var folder = parsed.GetValue(source)?.FullName ?? settings.RulesFolder;
            if (!Directory.Exists(folder)) return CommandOutput.Fail(Problem.NotFound($"Không có thư mục {folder}."));
            return await OnOffice.RunAsync(settings, async services =>
            {
                var outcome = await act(services.GetRequiredService<RuleImport>(), folder, ct);
                if (!outcome.Ok) return CommandOutput.Fail(outcome.Problem);
                var changes = outcome.Value.Where(d => d.Change != RuleChange.Same).ToList();
                CommandOutput.Write(parsed.GetValue(json), new { folder, same = outcome.Value.Count - changes.Count, changes },
                    [.. changes.Select(d => $"{Words[d.Change],-10} {d.Path}  {d.Name}"), $"{changes.Count} khác, {outcome.Value.Count - changes.Count} như cũ."]);
                return 0;
            }, ct);
        });
        return command;
    }
}
