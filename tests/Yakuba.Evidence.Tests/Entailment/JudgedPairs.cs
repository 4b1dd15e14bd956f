using System.Text.Json;

namespace Yakuba.Evidence.Tests;

/// <summary>Pairs of sentences with their labels: our own, and public ones where they are.</summary>
internal static class JudgedPairs
{
    internal static IReadOnlyList<(string Premise, string Hypothesis, PairLabel Label)> Own() => Read(Path.Combine(SharedData.Repository, "tests", "data", "pairs", "municipal.jsonl"));

    internal static IReadOnlyList<(string Premise, string Hypothesis, PairLabel Label)> Public(string set)
    {
        var file = Path.Combine(SharedData.Folder, set, "pairs.dev.jsonl");
        if (!File.Exists(file))
        {
            Assert.Skip($"{set} is not here.");
        }

        return Read(file);
    }

    private static List<(string, string, PairLabel)> Read(string file) => File.ReadLines(file).Select(line =>
    {
        using var pair = JsonDocument.Parse(line);
        string Field(string name) => pair.RootElement.GetProperty(name).GetString()!;
        return (Field("s1"), Field("s2"), Enum.Parse<PairLabel>(Field("label"), ignoreCase: true));
    }).ToList();
}
