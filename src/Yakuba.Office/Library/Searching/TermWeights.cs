using Yakuba.Office.Library.Index;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Searching;

/// <summary>How telling a word is in the documents that somebody may read: rare words say more than common ones. What is hidden counts for nothing.</summary>
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
    public IReadOnlyDictionary<string, double> Of(string text, PermittedGroups readable) =>
        OfWords(_analyser.Analyse(text).Words.Select(w => w.Term), readable).ToDictionary(w => w.Key, w => w.Value.Weight);

    /// <summary>Words, each once, with weight and whether some passage holds it.</summary>
    public IReadOnlyDictionary<string, (double Weight, bool IsKnown)> OfWords(IEnumerable<string> words, PermittedGroups readable)
    {
        using var snapshot = _snapshot();
        var counts = snapshot.CountsFor(readable);
        return words.Distinct().ToDictionary(w => w, w => Weigh(counts, SearchForm.Of(w), PassageFields.WordFields));
    }

    /// <summary>Pairs of characters, each once, with weights.</summary>
    public IReadOnlyDictionary<string, double> OfPairs(IEnumerable<string> pairs, PermittedGroups readable)
    {
        using var snapshot = _snapshot();
        var counts = snapshot.CountsFor(readable);
        return pairs.Distinct().ToDictionary(p => p, p => Weigh(counts, p, PassageFields.BigramFields).Weight);
    }

    /// <summary>Threes of sounds, each once, with weights.</summary>
    public IReadOnlyDictionary<string, double> OfSounds(IEnumerable<string> threes, PermittedGroups readable)
    {
        using var snapshot = _snapshot();
        var counts = snapshot.CountsFor(readable);
        return threes.Distinct().ToDictionary(t => t, t => Weigh(counts, t, PassageFields.SoundFields).Weight);
    }

    private static (double Weight, bool IsKnown) Weigh(TermCounts counts, string term, ReadOnlySpan<int> fields)
    {
        var holders = WordWeight.Holders(counts, term, fields);
        return (WordWeight.Of(counts.Passages, holders), holders > 0);
    }
}
