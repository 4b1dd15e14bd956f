using System.CommandLine;
using Yakuba.Evidence;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate;

/// <summary><c>yakuba eval pairs</c>: whether one sentence follows from another. Reads labels only with <c>--folds</c>.</summary>
internal static class EvalPairs
{
    internal static Command Create(CommandContext context)
    {
        var pairs = new Option<string>("--pairs") { Required = true, Description = "文の組（JSONL: id, s1, s2）" };
        var output = new Option<string>("--out") { Required = true, Description = "結果を書くファイル（id、entailment・neutral・contradiction）" };
        var folds = new Option<int>("--folds") { Description = "規則の代わりに、label から学んだ判定をこの数の分割の交差検証で測る" };
        var command = new DatalessCommand("pairs", "文が文から言えるかを判定する") { pairs, output, folds };
        command.SetAction(parsed => Run(context, context.FullPath(parsed.GetValue(pairs)!), context.FullPath(parsed.GetValue(output)!), parsed.GetValue(folds)));
        return command;
    }

    private static int Run(CommandContext context, string pairs, string output, int folds)
    {
        if (!Collection.Pairs(pairs).TryGet(out var asked, out var problem))
        {
            return context.Output.Fail(problem);
        }

        using var lexicon = Lexicon.OpenInstalled();
        if (!Labels(asked, folds, lexicon).TryGet(out var labels, out problem))
        {
            return context.Output.Fail(problem);
        }

        File.WriteAllLines(output, asked.Zip(labels, (pair, label) => $"{pair.Id}\t{label.ToString().ToLowerInvariant()}"));
        context.Output.Line($"{asked.Count}組を判定し、{output}に書きました。");
        context.Output.Result(new { pairs = asked.Count, output });
        return 0;
    }

    private static Result<IReadOnlyList<PairLabel>> Labels(IReadOnlyList<EvalPair> pairs, int folds, Lexicon lexicon)
    {
        if (folds != 0)
        {
            return PairLearning.Classify(pairs, folds, lexicon);
        }

        var classifier = new PairClassifier(lexicon);
        return pairs.Select(pair => classifier.Classify(pair.Premise, pair.Hypothesis)).ToArray();
    }
}
