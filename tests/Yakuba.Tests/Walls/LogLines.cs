using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Yakuba.Tests.Walls;

/// <summary>Keeps every line that the program logs, until they are taken.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private ConcurrentQueue<string> _lines = [];

    internal IReadOnlyCollection<string> Take() => Interlocked.Exchange(ref _lines, []);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
