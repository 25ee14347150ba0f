using System.Globalization;
using System.Text;

namespace NhiemSo.HouseTests.Bed;

/// <summary>Figures of a long run (<c>./test --long</c>), appended to <c>docs/measured.md</c> with the day and the command.</summary>
public static class Measured
{
    private static readonly Lock Gate = new();

    /// <summary>True in a long run; tests marked <c>[Trait("long", "true")]</c> run only then.</summary>
    public static bool Long => Environment.GetEnvironmentVariable("NHIEMSO_LONG") == "1";

    /// <summary>Adds a row; outside a long run nothing is written.</summary>
    /// <param name="name">What was measured, with its engine.</param>
    /// <param name="value">With its unit, e.g. <c>41 ms</c>.</param>
    /// <param name="command">How to repeat it.</param>
    public static void Add(string name, string value, string command)
    {
        var file = Environment.GetEnvironmentVariable("NHIEMSO_MEASURED");
        if (!Long || string.IsNullOrEmpty(file)) return;
        var day = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        lock (Gate)
            File.AppendAllText(file, $"| {name} | {value} | {day} | `{command}` |\n", Encoding.UTF8);
    }
}
