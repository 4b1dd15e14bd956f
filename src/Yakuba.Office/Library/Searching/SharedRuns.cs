using Yakuba.Office.Library.Index;
using Yakuba.Search;

namespace Yakuba.Office.Library.Searching;

/// <summary>Runs of characters that a question shares with a text. A run counts by the square of its rarity, so that one long run says more than its pieces; frames such as について教えてください are common and say little.</summary>
internal sealed class SharedRuns
{
    private readonly string _question;

    // Rarities of the pairs of characters before each place, added up.
    private readonly double[] _before;

    private SharedRuns(string question, double[] before) => (_question, _before) = (question, before);

    /// <param name="question">In normal form.</param>
    /// <param name="counts">Tells how rare a pair of characters is.</param>
    internal static SharedRuns Of(string question, TermCounts counts)
    {
        var before = new double[Math.Max(1, question.Length)];
        for (var i = 0; i + 1 < question.Length; i++)
        {
            var weight = char.IsLetterOrDigit(question[i]) && char.IsLetterOrDigit(question[i + 1])
                ? WordWeight.Of(counts.Passages, WordWeight.Holders(counts, question.Substring(i, 2), PassageFields.BigramFields))
                : 0;
            before[i + 1] = before[i] + weight;
        }

        return new(question, before);
    }

    /// <summary>At least 0; the question's own rarity when the text holds the question whole.</summary>
    /// <param name="normal">A text in normal form.</param>
    internal double With(string normal)
    {
        var all = _before[^1];
        if (all <= 0)
        {
            return 0;
        }

        var (sum, end) = (0.0, 0);
        for (var start = 0; start < _question.Length; start++)
        {
            // What begins later cannot end earlier: each step looks for one character more than the run before is known to share.
            var longest = Math.Max(end, start);
            while (longest < _question.Length && normal.AsSpan().IndexOf(_question.AsSpan(start, longest + 1 - start)) >= 0)
            {
                longest++;
            }

            if (longest > end && longest - start > 1)
            {
                var rarity = _before[longest - 1] - _before[start];
                sum += rarity * rarity;
            }

            end = Math.Max(end, longest);
        }

        return sum / all;
    }
}
