using System.Text.Json;
using System.Text.RegularExpressions;

namespace Yakuba.Evidence.Tests;

/// <summary>Sentences and titles of the fictional town in samples/.</summary>
internal static partial class SampleTown
{
    private const int shortest = 12;

    internal static string Folder { get; } = Path.Combine(SharedData.Repository, "samples");

    /// <summary>Each sentence of the town's written sources with the sentences around it.</summary>
    internal static IEnumerable<(string Sentence, string Around)> Sentences()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "source"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            var body = text[(text.IndexOf("\n---", 3, StringComparison.Ordinal) + 4)..];
            var sentences = body.Split(['。', '\n'], StringSplitOptions.TrimEntries)
                .Where(line => line.Length >= shortest && line[0] is not ('#' or '|' or '<') && !line.Contains(',', StringComparison.Ordinal) && line.Count(c => c == '（') == line.Count(c => c == '）'))
                .Select(line => Marker().Replace(line, "") + "。").ToList();
            for (var i = 0; i < sentences.Count; i++)
            {
                yield return (sentences[i], string.Concat(sentences.Skip(Math.Max(0, i - 3)).Take(7)));
            }
        }
    }

    /// <summary>Titles of the town's documents.</summary>
    internal static IReadOnlyList<string> Titles()
    {
        using var town = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "town.json")));
        var root = town.RootElement.ValueKind == JsonValueKind.Array ? town.RootElement : town.RootElement.GetProperty("documents");
        return root.EnumerateArray().Select(document => document.GetProperty("title").GetString()!).Distinct(StringComparer.Ordinal).ToList();
    }

    [GeneratedRegex(@"^[\s>*・\-]*([（(]?[0-9０-９]+[)）.．]?[\s　]+)?")]
    private static partial Regex Marker();
}
