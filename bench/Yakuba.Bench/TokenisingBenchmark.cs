using System.Text;
using Yakuba.Text;

namespace Yakuba.Bench;

/// <summary>
/// <c>tokenise FILE [ROUNDS]</c>: cuts each line of a UTF-8 file, MeCab's C API and ours by turns in one process and one thread. Prints MB of
/// UTF-8 for each second of processor time (all threads, so garbage collection counts), the ratio to MeCab's in the same round, medians over
/// the rounds, and managed bytes for each word. Ours counts from UTF-16 strings, MeCab's from UTF-8 bytes: each from what its users hold.
/// </summary>
internal static class TokenisingBenchmark
{
    internal static int Run(string[] arguments)
    {
        if (arguments.Length is 0 or > 2 || !File.Exists(arguments[0]))
        {
            Console.Error.WriteLine("usage: tokenise FILE [ROUNDS]");
            return 2;
        }

        var lines = File.ReadLines(arguments[0]).Where(line => line.Length > 0).ToArray();
        var utf8 = lines.Select(line => Encoding.UTF8.GetBytes(line)).ToArray();
        var megabytes = utf8.Sum(line => (long)line.Length) / 1e6;
        var rounds = arguments.Length > 1 ? int.Parse(arguments[1]) : 5;
        using var lexicon = Lexicon.OpenInstalled();
        using var mecab = new TokenisingMecab();
        var analyser = new SearchAnalyser(lexicon);
        (string Name, Func<int, int> Cut)[] contenders =
        [
            ("MeCab C API", i => mecab.Count(utf8[i])),
            ("ours, words only", i => lexicon.CountWords(lines[i])),
            ("ours, tokens with strings", i => lexicon.Tokenize(lines[i]).Count),
            ("ours, search terms with places", i => analyser.Analyse(lines[i]).Words.Count),
            ("ours, all that an index gets", i => analyser.AnalyseTerms(lines[i]).Words.Count),
        ];
        var speeds = Array.ConvertAll(contenders, _ => new double[rounds]);
        var bytes = new long[contenders.Length];
        for (var round = 0; round < rounds; round++)
        {
            for (var c = 0; c < contenders.Length; c++)
            {
                var (allocated, before) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
                for (var i = 0; i < lines.Length; i++)
                {
                    _ = contenders[c].Cut(i);
                }

                speeds[c][round] = megabytes / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
                bytes[c] = GC.GetAllocatedBytesForCurrentThread() - allocated;
            }
        }

        var words = lines.Sum(line => (long)lexicon.CountWords(line));
        Console.WriteLine($"{lines.Length:N0} lines, {megabytes:F1} MB of UTF-8, {words:N0} words, {rounds} rounds, one thread");
        Console.WriteLine($"{"",-32}{"median MB/s",12}{"best",8}{"median ratio",14}{"bytes a word",14}");
        for (var c = 0; c < contenders.Length; c++)
        {
            var ratio = Median(speeds[c].Zip(speeds[0], (ours, theirs) => ours / theirs));
            Console.WriteLine($"{contenders[c].Name,-32}{Median(speeds[c]),12:F2}{speeds[c].Max(),8:F2}{ratio,14:F2}{(double)bytes[c] / words,14:F1}");
        }

        return 0;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
