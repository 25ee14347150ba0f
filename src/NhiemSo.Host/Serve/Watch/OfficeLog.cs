using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using NhiemSo.Platform.Operation;

namespace NhiemSo.Host.Serve.Watch;

/// <summary>
/// One line per event, as text or as JSON: time (UTC), level, source, message, fault, trace. Nothing of a request but what the message says,
/// and what looks like a person's address or number is covered, also in a fault that came from outside.
/// </summary>
internal sealed class OfficeLog(IConfiguration settings) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "nhiemso", Format = "Log:Format", Level = "Log:Level";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly bool json = settings[Format] == "json";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = PersonalMask.Cover(logEntry.Formatter(logEntry.State, logEntry.Exception));
        var fault = logEntry.Exception is { } e ? PersonalMask.Cover(e.ToString()) : null;
        textWriter.WriteLine(json ? Line(logEntry.LogLevel, logEntry.Category, message, fault) : $"{Word(logEntry.LogLevel)}: {logEntry.Category} {OneLine(message)}{(fault is null ? "" : " " + OneLine(fault))}");
    }

    /// <summary>What is logged: warnings and worse; with <c>Log:Level</c> also what our own code tells. The framework's own chatter would name addresses.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        var least = Enum.TryParse<LogLevel>(builder.Configuration[Level], out var level) ? level : LogLevel.Warning;
        builder.Logging.ClearProviders().AddConsole(o => o.FormatterName = FormatterName).AddConsoleFormatter<OfficeLog, ConsoleFormatterOptions>()
            .SetMinimumLevel(least > LogLevel.Warning ? least : LogLevel.Warning).AddFilter("NhiemSo", least);
    }

    private static string Line(LogLevel level, string source, string message, string? fault)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Json))
        {
            writer.WriteStartObject();
            writer.WriteString("at", DateTime.UtcNow);
            writer.WriteString("level", Word(level));
            writer.WriteString("source", source);
            writer.WriteString("message", message);
            if (fault is not null) writer.WriteString("fault", fault);
            if (Activity.Current is { } span) writer.WriteString("trace", span.TraceId.ToHexString());
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Whoever makes a message can't make a second line of it.</summary>
    private static string OneLine(string text) => text.ReplaceLineEndings(" ⏎ ");

    private static string Word(LogLevel level) => level switch { LogLevel.Critical => "crit", LogLevel.Error => "fail", LogLevel.Warning => "warn", LogLevel.Information => "info", _ => "dbug" };
}
