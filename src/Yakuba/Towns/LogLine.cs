using System.Text.Json;

namespace Yakuba.Towns;

/// <summary>What the log of logs needs of one line of the installation's log. Format: docs/formats/installation.md.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Town">With which town.</param>
/// <param name="Note">The signed head of the town's record, where the act entered one; else empty.</param>
internal readonly record struct LogLine(string Act, string Town, string Note)
{
    /// <summary>Whether the town's record begins here: heads that were entered before are of another.</summary>
    internal bool BeginsRecord => Act is TownActions.Added or TownActions.TakenIn;

    /// <exception cref="InvalidDataException">It is no line of this log.</exception>
    internal static LogLine Of(byte[] line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var act = json.RootElement.GetProperty("act").GetString()!;
            return new LogLine(act, json.RootElement.GetProperty("town").GetString()!, act == TownHeads.Act ? json.RootElement.GetProperty("facts").GetProperty("note").GetString()! : "");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException("A line of the installation's log cannot be read.", e);
        }
    }
}
