using System.Text;

namespace Yakuba.Platform.Privacy.Logs;

/// <summary>An exception as it may be written down: what it is and where it came from. Its message is left out, for messages quote what they were about.</summary>
public static class ErrorReport
{
    private const int DeepestCause = 8;

    /// <summary>Types, codes and places of an exception and its causes, one a line.</summary>
    public static string Of(Exception exception)
    {
        var report = new StringBuilder();
        var depth = 0;
        for (var e = exception; e is not null && depth++ < DeepestCause; e = e.InnerException)
        {
            report.Append(depth == 1 ? "" : "原因: ").Append(e.GetType().FullName).Append(" (0x").Append(e.HResult.ToString("x8", System.Globalization.CultureInfo.InvariantCulture)).AppendLine(")");
            if (e.StackTrace is { } places)
            {
                report.AppendLine(places);
            }
        }

        return report.ToString().TrimEnd();
    }
}
