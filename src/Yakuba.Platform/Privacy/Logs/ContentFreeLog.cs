using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Yakuba.Platform.Privacy.Logs;

/// <summary>The one log of the program: lines on the console, without content.</summary>
public static class ContentFreeLog
{
    /// <summary>Logs warnings and what is graver.</summary>
    /// <param name="log">The logging of a server or a command.</param>
    /// <param name="toErrors">True where standard output belongs to a command's own words.</param>
    public static ILoggingBuilder AddContentFreeConsole(this ILoggingBuilder log, bool toErrors = false)
    {
        log.SetMinimumLevel(LogLevel.Warning).AddConsole(o =>
        {
            o.FormatterName = ContentFreeFormatter.FormatterName;
            o.LogToStandardErrorThreshold = toErrors ? LogLevel.Trace : LogLevel.None;
        });
        log.Services.AddSingleton<ConsoleFormatter, ContentFreeFormatter>();
        return log;
    }

    /// <summary>Writes the report of an exception that nobody caught, in place of the runtime's, which would print its message; then the process ends as it would have.</summary>
    public static void ReportCrashes() => AppDomain.CurrentDomain.UnhandledException += (_, crash) =>
    {
        Console.Error.WriteLine(crash.ExceptionObject is Exception e ? ErrorReport.Of(e) : "");
        Environment.Exit(Crashed);
    };

    /// <summary>As a shell tells of SIGABRT, by which the runtime ends.</summary>
    private const int Crashed = 134;
}
