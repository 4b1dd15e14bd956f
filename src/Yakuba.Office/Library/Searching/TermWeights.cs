using Yakuba.Office.Library.Index;
using Yakuba.Text;

namespace Yakuba.Office.Library.Searching;

/// <summary>How telling a word is in this municipality's documents: rare words say more than common ones.</summary>
public sealed class TermWeights(LibraryIndex index, SearchAnalyser analyser)
{
    // Fields of PassageFields.Schema that hold content words of running text.
    private const int QuestionWords = 2;
    private const int BodyWords = 3;

    /// <summary>The content words of a text, each once, with its weight.</summary>
    /// <returns>Weights are at least 0; a word that no passage holds has the greatest.</returns>
    public IReadOnlyDictionary<string, double> Of(string text)
    {
        using var snapshot = index.Snapshot();
        var all = Math.Max(1, snapshot.Passages);
        var weights = new Dictionary<string, double>();
        foreach (var word in analyser.Analyse(text).Words)
        {
            if (!weights.ContainsKey(word.Term))
            {
                var holders = Math.Max(snapshot.DocumentFrequency(QuestionWords, word.Term), snapshot.DocumentFrequency(BodyWords, word.Term));
                weights[word.Term] = Math.Log(1 + ((all - holders + 0.5) / (holders + 0.5)));
            }
        }

        return weights;
    }

    /// <summary>The content words of a text, each once.</summary>
    public IReadOnlySet<string> Words(string text) => analyser.Analyse(text).Words.Select(w => w.Term).ToHashSet();
}
