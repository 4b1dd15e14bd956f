using System.Text.Json;

namespace Yakuba.Evidence.Tests;

public sealed class NameGateOnFaqTests
{
    [Fact]
    public void Few_real_questions_with_an_answer_are_refused()
    {
        var folder = Path.Combine(SharedData.Folder, "localgovfaq");
        if (!Directory.Exists(folder))
        {
            Assert.Skip("localgovfaq is not here.");
        }

        var docs = Lines(folder, "docs.jsonl").ToDictionary(doc => doc.GetProperty("id").ToString(), doc => $"{doc.GetProperty("question")}\n{doc.GetProperty("answer")}", StringComparer.Ordinal);
        var relevant = File.ReadLines(Path.Combine(folder, "qrels.dev.tsv")).Select(line => line.Split('\t')).Where(cells => cells[^1] == "2").ToLookup(cells => cells[0], cells => docs.GetValueOrDefault(cells[1], ""));
        var gate = new NameGate(Dictionary.Lexicon);
        var (asked, refused) = (0, new List<string>());
        foreach (var query in Lines(folder, "queries.dev.jsonl"))
        {
            var evidence = relevant[query.GetProperty("id").ToString()].ToList();
            if (evidence.Count == 0)
            {
                continue;
            }

            asked++;
            var question = query.GetProperty("query").GetString()!;
            var decision = gate.Decide(question, ["尼崎市", "尼崎", "兵庫県"], evidence, []);
            if (!decision.Passes)
            {
                refused.Add($"{question} [{decision.Unmatched!.Kind} {decision.Unmatched.Text} / {decision.Unmatched.Distinctive}]");
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"asked {asked}, refused {refused.Count}\n{string.Join('\n', refused)}");
        Assert.True(refused.Count * 100 <= asked * 8);
    }

    private static IEnumerable<JsonElement> Lines(string folder, string file)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, file)))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }
}
