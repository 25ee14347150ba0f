using System.CommandLine;

namespace NhiemSo.Host.CommandLine;

/// <summary>The command line: each command is one file in this folder with a static <c>Build()</c>.</summary>
internal static class Root
{
    /// <summary>0 done, 1 the command found faults or failed, 2 it was called wrongly.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Nhiệm Sở: nơi làm việc của một sở.");
        root.Subcommands.Add(ServeCommand.Build());
        root.Subcommands.Add(MigrateCommand.Build());
        root.Subcommands.Add(RulesCommand.Build());
        root.Subcommands.Add(MandateCommand.Build());
        root.Subcommands.Add(ClockCommand.Build());
        root.Subcommands.Add(SearchCommand.Build());
        root.Subcommands.Add(AuditCommand.Build());
        root.Subcommands.Add(SignAgentCommand.Build());
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? 2 : code;
    }
}
