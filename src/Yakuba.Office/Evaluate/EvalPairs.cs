using System.CommandLine;
using Yakuba.Evidence;
using Yakuba.Platform.CommandLine;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate;

/// <summary><c>yakuba eval pairs</c>: whether one sentence follows from another. Reads no labels.</summary>
internal static class EvalPairs
{
    internal static Command Create(CommandContext context)
    {
        var pairs = new Option<string>("--pairs") { Required = true, Description = "文の組（JSONL: id, s1, s2）" };
        var output = new Option<string>("--out") { Required = true, Description = "結果を書くファイル（id、entailment・neutral・contradiction）" };
        var command = new DatalessCommand("pairs", "文が文から言えるかを判定する") { pairs, output };
        command.SetAction(parsed => Run(context, context.FullPath(parsed.GetValue(pairs)!), context.FullPath(parsed.GetValue(output)!)));
        return command;
    }

    private static int Run(CommandContext context, string pairs, string output)
    {
        if (!Collection.Pairs(pairs).TryGet(out var asked, out var problem))
        {
            return context.Output.Fail(problem);
        }

        using var lexicon = Lexicon.OpenInstalled();
        var classifier = new PairClassifier(lexicon);
        using var lines = new StreamWriter(output);
        foreach (var pair in asked)
        {
            lines.Write($"{pair.Id}\t{classifier.Classify(pair.Premise, pair.Hypothesis).ToString().ToLowerInvariant()}\n");
        }

        context.Output.Line($"{asked.Count}組を判定し、{output}に書きました。");
        context.Output.Result(new { pairs = asked.Count, output });
        return 0;
    }
}
