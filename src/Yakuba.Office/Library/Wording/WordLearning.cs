using Yakuba.Search.Associations;
using Yakuba.Text;

namespace Yakuba.Office.Library.Wording;

/// <summary>Learns which words of documents are meant by which words of residents.</summary>
public static class WordLearning
{
    /// <summary>Learns from the topics and from the entries, where each way to ask is paired with the entry's own question.</summary>
    /// <param name="topics">Pairs of the topics.</param>
    /// <param name="entries">Entries with the ways they are asked for.</param>
    /// <param name="analyser">Cuts them into words, as it does for documents and questions.</param>
    public static WordAssociations Learn(IEnumerable<MeaningPair> topics, IEnumerable<AskedEntry> entries, SearchAnalyser analyser)
    {
        var words = new Dictionary<string, IReadOnlyList<string>>();
        var learner = new AssociationLearner();
        foreach (var entry in entries)
        {
            foreach (var way in entry.Ways)
            {
                learner.Add(Words(way), Words(entry.Question));
            }
        }

        foreach (var (said, meant) in topics)
        {
            learner.Add(Words(said), Words(meant));
        }

        return learner.Learn();

        IReadOnlyList<string> Words(string text)
        {
            if (!words.TryGetValue(text, out var found))
            {
                words.Add(text, found = SearchAnalyser.IndexedWords(analyser.Analyse(text)));
            }

            return found;
        }
    }
}
