using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NhiemSo.Platform.Outcomes;
using Spectre.Console;

namespace NhiemSo.Host.CommandLine;

/// <summary>How commands speak: results on stdout, all else on stderr, so that <c>--json</c> leaves only JSON there.</summary>
internal static class CommandOutput
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Option<bool> JsonOption() => new("--json") { Description = "Chỉ in JSON ra đầu ra chuẩn." };

    /// <summary>Writes <paramref name="value"/> as JSON, or the words of it.</summary>
    public static void Write(bool json, object value, IEnumerable<string> words) =>
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(value, JsonOptions) : string.Join(Environment.NewLine, words));

    /// <summary>The problem and its single faults, one a line; the command ends with 1.</summary>
    public static int Fail(Problem problem)
    {
        Console.Error.WriteLine(problem.Message);
        foreach (var fault in problem.Fields.Where(f => f.Message != problem.Message)) Console.Error.WriteLine(fault.Field.Length == 0 ? fault.Message : $"{fault.Field}: {fault.Message}");
        return 1;
    }

    /// <summary>Runs <paramref name="work"/> under a progress bar on stderr.</summary>
    public static Task<T> ProgressAsync<T>(Func<ProgressContext, Task<T>> work) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
            .Progress().AutoClear(true).Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(work);

    /// <summary>Bytes as people read them: 12,3 MB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => $"{bytes / (double)(1L << 30):0.0} GB",
        >= 1L << 20 => $"{bytes / (double)(1L << 20):0.0} MB",
        >= 1L << 10 => $"{bytes / (double)(1L << 10):0.0} KB",
        _ => $"{bytes} byte",
    };
}
