using Yakuba.Office.Library.Index;
using Yakuba.Search;
using Yakuba.Search.Associations;

namespace Yakuba.Office.Library.Wording;

/// <summary>A word of documents that a question means without saying it.</summary>
/// <param name="Word">In base form.</param>
/// <param name="Weight">Its weight beside a word of the question, which has 1.</param>
public readonly record struct MeantWord(string Word, double Weight);

/// <summary>Adds to a question the words that are meant by it: 「引っ越してきた」 means 転入.</summary>
/// <param name="associations">What is meant by what is said.</param>
public sealed class MeantWords(WordAssociations associations)
{
    // Set on municipal FAQ judgments together with the fields' weights (docs/quality.md, ablation).
    private const double Strength = 1.2;
    private const double LeastChance = 0.02;
    private const int Most = 24;

    // A word that is as telling as this says what is meant at full strength; a common one less.
    private const double TellingWeight = 5;
    private const double MostTelling = 1.5;

    /// <summary>Without knowledge of words.</summary>
    public static MeantWords None { get; } = new(WordAssociations.None);

    /// <summary>What one word may mean, likeliest first; empty for a word never seen.</summary>
    /// <param name="word">A word as an index holds it.</param>
    public IReadOnlyList<Association> Of(string word) => associations.Of(word);

    /// <summary>The words meant, the heaviest first; at most 24. Words that no passage holds are left out.</summary>
    /// <param name="words">Content words of the question, in base form.</param>
    /// <param name="counts">Tells how telling words are in this collection.</param>
    public IReadOnlyList<MeantWord> Of(IReadOnlyList<string> words, TermCounts counts)
    {
        var meant = new Dictionary<string, double>();
        foreach (var word in words.Distinct())
        {
            var found = associations.Of(word);
            if (found.Count == 0)
            {
                continue;
            }

            var telling = Math.Min(MostTelling, WordWeight.Of(counts, word) / TellingWeight);
            foreach (var (other, chance) in found)
            {
                if (chance >= LeastChance)
                {
                    meant[other] = meant.GetValueOrDefault(other) + (Strength * Math.Sqrt(chance) * telling);
                }
            }
        }

        return [.. meant
            .Where(m => WordWeight.IsKnown(counts, m.Key))
            .OrderByDescending(m => m.Value * WordWeight.Of(counts, m.Key))
            .ThenBy(m => m.Key, StringComparer.Ordinal)
            .Take(Most)
            .Select(m => new MeantWord(m.Key, m.Value))];
    }
}
