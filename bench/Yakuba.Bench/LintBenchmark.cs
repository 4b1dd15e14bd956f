using System.Text;
using Yakuba.Prose;
using Yakuba.Text;

namespace Yakuba.Bench;

/// <summary><c>lint FILE [ROUNDS]</c>: checks a UTF-8 file as one text, and its first half. Prints seconds of processor time (all threads), median over the rounds.</summary>
internal static class LintBenchmark
{
    internal static int Run(string[] arguments)
    {
        if (arguments.Length is 0 or > 2 || !File.Exists(arguments[0]))
        {
            Console.Error.WriteLine("usage: lint FILE [ROUNDS]");
            return 2;
        }

        var text = File.ReadAllText(arguments[0]);
        var rounds = arguments.Length > 1 ? int.Parse(arguments[1]) : 5;
        using var lexicon = Lexicon.OpenInstalled();
        var linter = new Linter(lexicon);
        foreach (var part in new[] { text[..(text.Length / 2)], text })
        {
            var found = linter.Check(part).Count;
            var seconds = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                var before = Environment.CpuUsage.TotalTime;
                _ = linter.Check(part);
                seconds.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
            }

            seconds.Sort();
            var megabytes = Encoding.UTF8.GetByteCount(part) / 1e6;
            Console.WriteLine($"{megabytes:F2} MB, {found:N0} found: median {seconds[rounds / 2]:F2} s, best {seconds[0]:F2} s, {megabytes / seconds[rounds / 2]:F2} MB/s");
        }

        return 0;
    }
}
