using Yakuba.Office.Library.Index;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Searching;

/// <summary>How telling a word is in this municipality's documents: rare words say more than common ones.</summary>
/// <remarks>Weights count all documents, those too that a reader may not read, so that what is hidden changes no answer by its absence from the filter.</remarks>
public sealed class TermWeights
{
    private readonly Func<IndexSnapshot> _snapshot;
    private readonly SearchAnalyser _analyser;

    /// <summary>Weights in the municipality's index.</summary>
    public TermWeights(LibraryIndex index, SearchAnalyser analyser)
        : this(index.Snapshot, analyser)
    {
    }

    /// <summary>Weights in any index.</summary>
    internal TermWeights(Func<IndexSnapshot> snapshot, SearchAnalyser analyser) => (_snapshot, _analyser) = (snapshot, analyser);

    /// <summary>The content words of a text, each once, with its weight.</summary>
    /// <returns>Weights are at least 0; a word that no passage holds has the greatest.</returns>
    public IReadOnlyDictionary<string, double> Of(string text) =>
        OfWords(_analyser.Analyse(text).Words.Select(w => w.Term)).ToDictionary(w => w.Key, w => w.Value.Weight);

    /// <summary>Words, each once, with weight and whether some passage holds it.</summary>
    public IReadOnlyDictionary<string, (double Weight, bool IsKnown)> OfWords(IEnumerable<string> words)
    {
        using var snapshot = _snapshot();
        return words.Distinct().ToDictionary(w => w, w => Weigh(snapshot, SearchForm.Of(w), PassageFields.WordFields));
    }

    /// <summary>Pairs of characters, each once, with weights.</summary>
    public IReadOnlyDictionary<string, double> OfPairs(IEnumerable<string> pairs)
    {
        using var snapshot = _snapshot();
        return pairs.Distinct().ToDictionary(p => p, p => Weigh(snapshot, p, PassageFields.BigramFields).Weight);
    }

    /// <summary>Threes of sounds, each once, with weights.</summary>
    public IReadOnlyDictionary<string, double> OfSounds(IEnumerable<string> threes)
    {
        using var snapshot = _snapshot();
        return threes.Distinct().ToDictionary(t => t, t => Weigh(snapshot, t, PassageFields.SoundFields).Weight);
    }

    private static (double Weight, bool IsKnown) Weigh(IndexSnapshot snapshot, string term, ReadOnlySpan<int> fields)
    {
        var holders = WordWeight.Holders(snapshot, term, fields);
        return (WordWeight.Of(snapshot.Passages, holders), holders > 0);
    }
}
