using Yakuba.Search;

namespace Yakuba.Office.Library.Index;

/// <summary>How telling a word is among what somebody may read: the rarer, the more.</summary>
public static class WordWeight
{
    /// <summary>At least 0; greatest for a word that no passage holds.</summary>
    public static double Of(TermCounts counts, string word) => Of(counts.Passages, Holders(counts, word, PassageFields.WordFields));

    /// <summary>True when some passage holds the word.</summary>
    public static bool IsKnown(TermCounts counts, string word) => Holders(counts, word, PassageFields.WordFields) > 0;

    /// <summary>The inverse document frequency as BM25 has it.</summary>
    internal static double Of(long passages, long holders)
    {
        var all = Math.Max(1, passages);
        return Math.Log(1 + ((all - holders + 0.5) / (holders + 0.5)));
    }

    /// <summary>Passages that hold a term, in the field that holds it most.</summary>
    internal static int Holders(TermCounts counts, string term, ReadOnlySpan<int> fields)
    {
        var holders = 0;
        foreach (var field in fields)
        {
            holders = Math.Max(holders, counts.Of(field, term));
        }

        return holders;
    }
}
