using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NhiemSo.HouseTests.Web;

/// <summary>Keeps what a server logs, warnings and worse: a healthy house is silent.</summary>
public sealed class Warnings : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, lines);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // A machine too busy to be on time is no fault of the house.
            if (IsEnabled(logLevel) && eventId.Name != "HeartbeatSlow") lines.Enqueue($"{category}[{eventId.Id}] {formatter(state, exception)} {exception}");
        }
    }
}
