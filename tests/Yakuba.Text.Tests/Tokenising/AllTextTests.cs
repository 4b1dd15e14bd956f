using System.Collections.Concurrent;
using System.Text;

namespace Yakuba.Text.Tests;

/// <summary>The judge over all public text beside the repository: every readable file, line by line.</summary>
public sealed class AllTextTests
{
    private const int SampleCharacters = 12_000;

    private static readonly Lexicon s_lexicon = Lexicon.OpenInstalled();

    [Fact]
    public void The_beginning_of_every_text_is_equal() => CompareAll(SampleCharacters);

    [Fact, Trait("Run", "nightly")]
    public void All_text_is_equal() => CompareAll(long.MaxValue);

    /// <summary>Compares the first lines of each file, up to about so many characters of each, and reports the sums.</summary>
    private static void CompareAll(long charactersOfEach)
    {
        if (!LibMecab.IsInstalled)
        {
            SharedData.Skipped("libmecab.so.2 with ipadic-utf8");
            return;
        }

        var files = SharedText.Files();
        if (files.Count == 0)
        {
            SharedData.Skipped("text under " + Path.Combine(SharedData.Root, "data"));
        }

        long words = 0, bytes = 0;
        var differences = new ConcurrentQueue<string>();
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, file =>
        {
            var left = charactersOfEach;
            foreach (var line in SharedText.Lines(file))
            {
                if (left <= 0)
                {
                    break;
                }

                left -= line.Length;
                Interlocked.Add(ref bytes, Encoding.UTF8.GetByteCount(line));
                Interlocked.Add(ref words, MecabJudge.Compare(s_lexicon, line, out var difference));
                if (difference is not null)
                {
                    differences.Enqueue($"{Path.GetFileName(file)}: {difference}");
                }
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{files.Count:N0} files, {bytes:N0} bytes, {words:N0} words compared, {differences.Count} lines differ");
        Assert.Empty(differences);
    }
}
