using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Yakuba.Tests.Towns;

/// <summary>Keeps each line with the name of who wrote it.</summary>
internal sealed class NamedLines : ILoggerProvider
{
    internal ConcurrentQueue<(string Category, string Words)> Kept { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Named(Kept, categoryName);

    public void Dispose()
    {
    }

    private sealed class Named(ConcurrentQueue<(string Category, string Words)> kept, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            kept.Enqueue((category, formatter(state, exception)));
    }
}
