namespace Yakuba.Evidence;

/// <summary>Finds words of the claim whose opposite stands in the sentence of the evidence that fits the claim best.</summary>
internal static class AntonymCheck
{
    private const double margin = 1.0;

    internal static IEnumerable<(Fact Fact, string Reason)> Refute(Passage claim, IReadOnlyList<Passage> evidence)
    {
        foreach (var word in Antonyms.All)
        {
            var at = Find(claim.Reading.Value, word, 0);
            if (at < 0)
            {
                continue;
            }

            var own = Best(claim, at, word, evidence);
            foreach (var opposite in Antonyms.Of(word))
            {
                var rival = Best(claim, at, opposite, evidence);
                if (rival > own + margin || (rival >= 0 && own < 0))
                {
                    yield return (new Fact(FactKind.Polarity, word, at, word.Length) { Group = word }, $"根拠の文書では「{opposite}」とされています。");
                    break;
                }
            }
        }
    }

    // −1 where the word is in no passage.
    private static double Best(Passage claim, int place, string word, IReadOnlyList<Passage> evidence)
    {
        var best = -1.0;
        foreach (var passage in evidence)
        {
            for (var at = Find(passage.Reading.Value, word, 0); at >= 0; at = Find(passage.Reading.Value, word, at + 1))
            {
                best = Math.Max(best, PolarityCheck.Fit(claim, place, passage, at));
            }
        }

        return best;
    }

    // 課税 inside 非課税 is not 課税.
    private static int Find(string text, string word, int from)
    {
        var at = text.IndexOf(word, from, StringComparison.Ordinal);
        while (at > 0 && text[at - 1] is '非' or '未' or '不' or '無' or '力' && at > 0)
        {
            at = text.IndexOf(word, at + 1, StringComparison.Ordinal);
        }

        return at;
    }
}
