namespace Yakuba.Evidence;

/// <summary>A claim that something is free needs evidence that lets somebody off paying: an amount there says the contrary without a word that turns it round.</summary>
internal static class FreeCheck
{
    private static readonly string[] free = ["無料", "無償"];

    private static readonly string[] lettingOff =
        ["無料", "無償", "無税", "免除", "免じ", "減免", "負担なし", "負担無し", "負担はありません", "かかりません", "かからない", "掛かりません", "掛からない", "要しない", "要しません", "要りません", "いりません", "不要", "必要ありません", "徴収しない", "徴収しません", "いただきません", "公費"];

    internal static IEnumerable<(Fact Fact, string Reason)> Refute(Passage claim, IReadOnlyList<Passage> evidence)
    {
        foreach (var word in free)
        {
            var at = claim.Reading.Value.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && !evidence.Any(LetsOff))
            {
                yield return (new Fact(FactKind.Polarity, word, at, word.Length) { Group = word }, $"「{word}」であることが根拠の文書にありません。");
            }
        }
    }

    private static bool LetsOff(Passage passage) => lettingOff.Any(word => passage.Reading.Value.Contains(word, StringComparison.Ordinal));
}
