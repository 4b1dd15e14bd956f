namespace Yakuba.Office.Evaluate;

/// <summary>Parts of a set of pairs for cross-validation. Pairs that share a sentence, also through others, stay in one part, so that nothing is judged by what was learned from it.</summary>
internal static class SentenceFolds
{
    /// <summary>The part of each pair, 0 to <paramref name="count"/> − 1; parts are as even as the groups allow.</summary>
    internal static int[] Of(IReadOnlyList<EvalPair> pairs, int count)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            parents[Root(parents, pair.Premise)] = Root(parents, pair.Hypothesis);
        }

        var folds = new int[pairs.Count];
        var sizes = new int[count];
        foreach (var group in Enumerable.Range(0, pairs.Count).GroupBy(i => Root(parents, pairs[i].Premise), StringComparer.Ordinal).OrderByDescending(group => group.Count()))
        {
            var fold = Array.IndexOf(sizes, sizes.Min());
            foreach (var i in group)
            {
                folds[i] = fold;
                sizes[fold]++;
            }
        }

        return folds;
    }

    private static string Root(Dictionary<string, string> parents, string sentence)
    {
        parents.TryAdd(sentence, sentence);
        while (parents[sentence] != sentence)
        {
            sentence = parents[sentence];
        }

        return sentence;
    }
}
