using Yakuba.Office.Library.Index;
using Yakuba.Search;

namespace Yakuba.Office.Library.Wording;

/// <summary>A question as a direction in the space of words: its own and those that are meant, by how telling they are.</summary>
internal static class QuestionVector
{
    /// <summary>Words with their parts; the squares of the parts add up to 1. Empty for a question without a word that some passage holds.</summary>
    /// <param name="words">Of the question, as an index holds them.</param>
    /// <param name="meant">What is known of words.</param>
    /// <param name="counts">Words as the asker may count them.</param>
    internal static IReadOnlyDictionary<string, double> Of(IReadOnlyList<string> words, MeantWords meant, TermCounts counts)
    {
        var parts = words.Distinct().Where(w => WordWeight.IsKnown(counts, w)).ToDictionary(w => w, _ => 1.0);
        foreach (var (word, weight) in meant.Of(words, counts))
        {
            parts[word] = parts.GetValueOrDefault(word) + weight;
        }

        foreach (var word in parts.Keys.ToList())
        {
            parts[word] *= WordWeight.Of(counts, word);
        }

        var length = Math.Sqrt(parts.Values.Sum(p => p * p));
        return parts.ToDictionary(p => p.Key, p => p.Value / length);
    }
}
