using Yakuba.Evidence;
using Yakuba.Platform;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate;

/// <summary>Labels of pairs by cross-validation: each pair is judged by what was learned from the other parts.</summary>
internal static class PairLearning
{
    private static readonly Problem NoLabels = new(
        "eval-no-labels", 400, "交差検証には、各行に label（entailment・neutral・contradiction）が必要です。2以上、組の数以下の分割数を指定してください。");

    /// <summary>The label of each pair, in order.</summary>
    internal static Result<IReadOnlyList<PairLabel>> Classify(IReadOnlyList<EvalPair> pairs, int folds, Lexicon lexicon)
    {
        var labels = new PairLabel[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            if (folds < 2 || folds > pairs.Count || !Enum.TryParse(pairs[i].Label, ignoreCase: true, out labels[i]))
            {
                return NoLabels;
            }
        }

        var read = pairs.Select(pair => ReadPair.Of(pair.Premise, pair.Hypothesis, lexicon)).ToArray();
        var fold = SentenceFolds.Of(pairs, folds);
        var judged = new PairLabel[pairs.Count];
        Parallel.For(0, folds, part =>
        {
            var seen = Enumerable.Range(0, pairs.Count).Where(i => fold[i] != part).ToArray();
            var learned = LearnedPairs.Learn(seen.Select(i => read[i]).ToArray(), seen.Select(i => labels[i]).ToArray());
            foreach (var i in Enumerable.Range(0, pairs.Count).Where(i => fold[i] == part))
            {
                judged[i] = learned.Classify(read[i]);
            }
        });
        return judged;
    }
}
