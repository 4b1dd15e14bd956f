using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Evaluate.Abstain;
using Yakuba.Office.Library.Wording;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary>A unit of evidence for a way of asking, with whether it is the entry that was meant.</summary>
/// <param name="Collection">Whose collection.</param>
/// <param name="Question">Number of the question.</param>
/// <param name="IsAnswerable">False when the entry that was meant was left out.</param>
/// <param name="IsRight">True for the entry that was meant.</param>
/// <param name="Likeness">How they meet.</param>
internal sealed record JudgedWay(string Collection, int Question, bool IsAnswerable, bool IsRight, Likeness Likeness);

/// <summary>Asks every collection of the folder of words in all its ways, with half of its entries left out and with words learned from the other collections alone.</summary>
internal static class JudgedWays
{
    private const int MostUnits = 8;

    /// <summary>All units that come into question, by collection.</summary>
    internal static IEnumerable<JudgedWay> Of(WordFiles files, Lexicon lexicon, Action<string> tell)
    {
        var number = 0;
        foreach (var collection in files.Entries.GroupBy(e => e.Collection).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            tell(collection.Key);
            var entries = collection.ToList();
            var kept = Kept(entries);
            var words = WordLearning.Learn(files.TopicPairs, files.Entries.Where(e => e.Collection != collection.Key), new SearchAnalyser(lexicon));
            using var judge = new CollectionJudge([.. kept.Select(e => new EvalDocument(e.Question, "", e.Question, e.Answer))], lexicon, new MeantWords(words));
            foreach (var entry in entries)
            {
                var position = kept.IndexOf(entry);
                foreach (var way in entry.Ways)
                {
                    number++;
                    foreach (var unit in judge.Judge(new EvalQuery("", way, "")).Take(MostUnits))
                    {
                        yield return new(collection.Key, number, position >= 0, unit.Unit.Passage.Version.Number == position, unit.Likeness);
                    }
                }
            }
        }
    }

    // One half, drawn once for all.
    private static List<AskedEntry> Kept(List<AskedEntry> entries)
    {
        var drawn = entries.ToArray();
        new Random(20261122).Shuffle(drawn);
        return [.. drawn.Take((drawn.Length + 1) / 2)];
    }
}
