using Yakuba.Office.Library.Searching;

namespace Yakuba.Office.Ask.Gate;

/// <summary>How much of what a question asks stands in a passage.</summary>
public sealed class Coverage(TermWeights weights)
{
    /// <summary>The weight of the question's words that the passage holds, as a share of all.</summary>
    /// <returns>0 to 1; 0 for a question without content words.</returns>
    public double Of(IReadOnlyDictionary<string, double> question, FoundPassage passage)
    {
        var words = weights.Words($"{passage.Title} {string.Join(' ', passage.HeadingPath)} {passage.Question} {passage.Text}");
        var all = question.Values.Sum();
        return all == 0 ? 0 : question.Where(w => words.Contains(w.Key)).Sum(w => w.Value) / all;
    }

    /// <summary>How alike a question is to an entry's question: shared weight over the weight of both.</summary>
    /// <returns>0 to 1.</returns>
    public double Likeness(IReadOnlyDictionary<string, double> question, string other)
    {
        var otherWeights = weights.Of(other);
        var shared = question.Where(w => otherWeights.ContainsKey(w.Key)).Sum(w => w.Value);
        var union = question.Values.Sum() + otherWeights.Where(w => !question.ContainsKey(w.Key)).Sum(w => w.Value);
        return union == 0 ? 0 : shared / union;
    }
}
