using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Yakuba.Platform.Privacy.Logs;

/// <summary>
/// The gate in front of the log. A line has the words that a programmer wrote, and of the values only numbers, times, truths and the ids and
/// stable names of this program. Every other value, of whatever package and level, is told by its length; of an exception its message is left out.
/// </summary>
/// <remarks>So nothing that people typed, and nothing of a document, can come into a log, whoever logs it: an address line with its query, a body that was not JSON, a refused SQL value.</remarks>
public sealed partial class ContentFreeFormatter() : ConsoleFormatter(FormatterName)
{
    /// <summary>What it is registered as.</summary>
    public const string FormatterName = "content-free";

    private const string Template = "{OriginalFormat}";
    private const string Own = "Yakuba.";

    // The holes in which this program writes its ids and stable names. A word in any other may be a person's.
    private static readonly HashSet<string> Named = ["Kind", "Id", "Problem"];

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{logEntry.LogLevel}: {logEntry.Category}[{logEntry.EventId.Id}] ");
        line.Append(Words(logEntry.State, logEntry.Category.StartsWith(Own, StringComparison.Ordinal)));
        if (logEntry.Exception is { } exception)
        {
            line.AppendLine().Append(ErrorReport.Of(exception));
        }

        textWriter.WriteLine(line);
    }

    // What comes without a template may be anything.
    private static string Words(object? state, bool isOwn)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values || values.LastOrDefault(v => v.Key == Template).Value is not string template)
        {
            return Withheld(state?.ToString());
        }

        // Where there are no values, a template is only what somebody passed as one: interpolated text looks the same.
        return values.Count == 1 && !isOwn ? Withheld(template) : Hole().Replace(template, hole => Shown(
            values.FirstOrDefault(v => v.Key == hole.Groups[1].Value).Value, isOwn && Named.Contains(hole.Groups[1].Value)));
    }

    private static string Shown(object? value, bool mayBeName) => value switch
    {
        null => "-",
        bool or byte or short or int or long or float or double or decimal or TimeSpan or DateTime or DateTimeOffset or DateOnly or Guid or Enum => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        string name when mayBeName && StableName().IsMatch(name) => name,
        _ => Withheld(value.ToString()),
    };

    private static string Withheld(string? text) => string.Create(CultureInfo.InvariantCulture, $"‹{text?.Length ?? 0}字›");

    [GeneratedRegex(@"\{([^{}:,]{1,60})[^{}]{0,40}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();

    // Ids, and stable names such as library-import. Long rows of digits are nobody's name.
    [GeneratedRegex("^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9A-V]{13}(?::[0-9A-F]{8})?|[a-z]+(?:-[a-z]+)*)$", RegexOptions.NonBacktracking)]
    private static partial Regex StableName();
}
