using System.Text.Json;

namespace Yakuba.Prose.Tests.Scoring;

/// <summary>A text with one error and the same text put right, or a right text that looks wrong.</summary>
/// <param name="Rule">Id of the rule it was written for.</param>
/// <param name="Wrong">Null for a trap.</param>
/// <param name="Start">Where the error is in the wrong text.</param>
/// <param name="Length">Its length.</param>
/// <param name="Right">The text put right, or the trap.</param>
internal sealed record Pair(string Rule, string? Wrong, int Start, int Length, string Right)
{
    internal static IReadOnlyList<Pair> Read(string file) =>
        [.. File.ReadLines(Path.Combine(SharedData.Repository, "tests", "Yakuba.Prose.Tests", "data", file)).Where(line => line.Length > 0).Select(Parse)];

    private static Pair Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var pair = json.RootElement;
        string Field(string name) => pair.TryGetProperty(name, out var value) ? value.GetString()! : "";
        if (Field("clean") is { Length: > 0 } clean)
        {
            return new Pair(Field("rule"), null, 0, 0, clean);
        }

        var span = Field("span");
        return new Pair(Field("rule"), Field("wrong"), Field("wrong").IndexOf(span, StringComparison.Ordinal), span.Length, Field("right"));
    }
}
