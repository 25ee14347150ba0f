using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Data.Common;

namespace NhiemSo.Host.CommandLine;

/// <summary>The command line: each command is one file in this folder with a static <c>Build()</c>.</summary>
internal static class Root
{
    /// <summary>0 done, 1 the command found faults or failed, 2 it was called wrongly.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Build().Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Gọi lệnh chưa đúng; thêm --help để xem cách gọi.");
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            // A database or a disk that can't be reached is the operator's to mend, a trace would not help.
            await Console.Error.WriteLineAsync(e is OperationCanceledException ? "Đã dừng." : $"Không làm được: {e.Message}");
            return 1;
        }
    }

    /// <summary>Every command there is.</summary>
    public static Command Build()
    {
        // No RootCommand: it names itself after the program's file, people call ./nhiemso.
        var root = new Command("nhiemso", "Nhiệm Sở: nơi làm việc của một sở.") { new HelpOption(), new VersionOption() };
        root.Subcommands.Add(ServeCommand.Build());
        root.Subcommands.Add(MigrateCommand.Build());
        root.Subcommands.Add(RulesCommand.Build());
        root.Subcommands.Add(MandateCommand.Build());
        root.Subcommands.Add(ClockCommand.Build());
        root.Subcommands.Add(AuditCommand.Build());
        root.Subcommands.Add(SeedCommand.Build());
        root.Subcommands.Add(BackupCommand.Build());
        root.Subcommands.Add(RestoreCommand.Build());
        root.Subcommands.Add(SearchCommand.Build());
        root.Subcommands.Add(SignAgentCommand.Build());
        return root;
    }
}
