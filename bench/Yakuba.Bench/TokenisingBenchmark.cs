using System.Text;
using Yakuba.Text;

namespace Yakuba.Bench;

/// <summary>
/// <c>tokenise FILE [ROUNDS]</c>: cuts each line of a UTF-8 file, ours and MeCab's C API by turns in one process and one thread, and prints
/// the best round of each in MB of UTF-8 for each second of processor time (all threads, so garbage collection counts). Ours counts from UTF-16 strings, MeCab's from UTF-8 bytes: each from what its users hold.
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
        Console.WriteLine($"{lines.Length:N0} lines, {megabytes:F1} MB of UTF-8, best of {rounds} rounds, one thread");

        using var lexicon = Lexicon.OpenInstalled();
        using var mecab = new TokenisingMecab();
        var analyser = new SearchAnalyser(lexicon);
        (string Name, Func<int, int> Cut)[] contenders =
        [
            ("MeCab C API", i => mecab.Count(utf8[i])),
            ("ours, words only", i => lexicon.CountWords(lines[i])),
            ("ours, tokens with strings", i => lexicon.Tokenize(lines[i]).Count),
            ("ours, search terms", i => analyser.AnalyseTerms(lines[i]).Words.Count),
        ];
        var best = new double[contenders.Length];
        var words = new long[contenders.Length];
        for (var round = 0; round < rounds; round++)
        {
            for (var c = 0; c < contenders.Length; c++)
            {
                words[c] = 0;
                var before = Environment.CpuUsage.TotalTime;
                for (var i = 0; i < lines.Length; i++)
                {
                    words[c] += contenders[c].Cut(i);
                }

                best[c] = Math.Max(best[c], megabytes / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
            }
        }

        for (var c = 0; c < contenders.Length; c++)
        {
            Console.WriteLine($"{contenders[c].Name,-28}{best[c],8:F2} MB/s  {best[c] / best[0],5:F2} x  {words[c],12:N0} words");
        }

        return 0;
    }
}
