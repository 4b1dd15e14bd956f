using System.Text.Json;

namespace Yakuba.Privacy.Tests;

/// <summary>The share found of judged lines does not fall: our own lines, and the public development lines where they are.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData("heldout.jsonl")]
    [InlineData("fresh.jsonl")]
    public void Of_our_own_lines_nearly_all_is_covered_and_no_trap_is_hit(string file) =>
        Check(Path.Combine(SharedData.Repository, "tests", "data", "pii", file), 0.97, 0);

    [Fact]
    public void Of_the_development_lines_nearly_all_is_covered_and_no_trap_is_hit()
    {
        var path = Path.Combine(SharedData.Folder, "pii", "pii_dev.jsonl");
        Assert.SkipUnless(File.Exists(path), $"{path} is not there");
        Check(path, 0.99, 0);
    }

    private static void Check(string path, double least, int mostTraps)
    {
        var (all, covered, traps, stray) = (0, 0, 0, 0);
        var missed = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var found = Dictionary.Reader.Read(json.RootElement.GetProperty("text").GetString()!);
            foreach (var span in json.RootElement.GetProperty("spans").EnumerateArray())
            {
                var (start, end) = Place(span);
                var share = found.Sum(d => Math.Max(0, Math.Min(d.End, end) - Math.Max(d.Start, start)));
                all++;
                if (share >= 0.9 * (end - start))
                {
                    covered++;
                }
                else
                {
                    missed.Add($"{json.RootElement.GetProperty("id")} {span.GetProperty("text")}");
                }

                Assert.True(share >= 0.9 * (end - start) || span.GetProperty("type").GetString() != "MY_NUMBER", "a My Number was missed: " + json.RootElement.GetProperty("id"));
            }

            stray += found.Count(d => !json.RootElement.GetProperty("spans").EnumerateArray().Any(s => d.Start < Place(s).End && Place(s).Start < d.End));
            traps += json.RootElement.GetProperty("traps").EnumerateArray().Where(t => t.GetProperty("class").GetString() == "must_not").Count(trap => found.Any(d => d.Start < Place(trap).End && Place(trap).Start < d.End));
        }

        Assert.True(covered >= least * all && traps <= mostTraps && stray <= 0.05 * all, $"{covered} of {all} covered, {traps} traps hit, {stray} found where nothing is, missed: {string.Join("; ", missed)}");
    }

    private static (int Start, int End) Place(JsonElement span) => (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());
}
