using System.Runtime.InteropServices;

namespace Yakuba.Text;

/// <summary>
/// The costs that the search for the best path reads, copied so that what is often met lies together: the context classes in order of their
/// words' likelihood, the words in 8 of their 16 bytes. In the files' own order half of the search is waiting for memory.
/// </summary>
internal sealed unsafe class SearchCosts
{
    /// <summary>Cost that makes a word e times less likely: MeCab writes 700 times the negative logarithm.</summary>
    private const double Likelihood = 700;

    private readonly short[] _matrix;
    private readonly WordCost[] _words;
    private readonly WordCost[] _unknown;

    /// <exception cref="LexiconException">A word has a class outside the matrix.</exception>
    internal SearchCosts(ConnectionCosts costs, WordDictionary words, WordDictionary unknown)
    {
        (Before, After) = (costs.Before, costs.After);
        var before = new double[Before];
        var after = new double[After];
        Count(words);
        Count(unknown);
        var newBefore = Order(before);
        var newAfter = Order(after);
        _matrix = GC.AllocateUninitializedArray<short>(Before * After, pinned: true);
        for (var row = 0; row < After; row++)
        {
            var to = _matrix.AsSpan(newAfter[row] * Before, Before);
            var from = costs.Row(row);
            for (var i = 0; i < to.Length; i++)
            {
                to[newBefore[i]] = from[i];
            }
        }

        _words = Copy(words);
        _unknown = Copy(unknown);
        (Start, End) = (newBefore[0], newAfter[0]);

        void Count(WordDictionary dictionary)
        {
            foreach (ref readonly var entry in new ReadOnlySpan<WordEntry>(dictionary.Entries, dictionary.EntryCount))
            {
                if (entry.LeftContext >= after.Length || entry.RightContext >= before.Length)
                {
                    throw dictionary.Damaged("an entry has a context class outside the matrix");
                }

                var likelihood = Math.Exp(-entry.Cost / Likelihood);
                after[entry.LeftContext] += likelihood;
                before[entry.RightContext] += likelihood;
            }
        }

        WordCost[] Copy(WordDictionary dictionary)
        {
            var copy = GC.AllocateUninitializedArray<WordCost>(dictionary.EntryCount, pinned: true);
            for (var i = 0; i < copy.Length; i++)
            {
                ref readonly var entry = ref dictionary.Entries[i];
                copy[i] = new WordCost(newAfter[entry.LeftContext], newBefore[entry.RightContext], entry.Cost);
            }

            return copy;
        }
    }

    /// <summary>Number of classes of the word before.</summary>
    internal int Before { get; }

    /// <summary>Number of classes of the word after.</summary>
    internal int After { get; }

    /// <summary>Class of the start of a text, seen from the word after it.</summary>
    internal ushort Start { get; }

    /// <summary>Class of the end of a text, seen from the word before it.</summary>
    internal ushort End { get; }

    /// <summary>By the numbers of sys.dic's entries.</summary>
    internal WordCost* Words => (WordCost*)Marshal.UnsafeAddrOfPinnedArrayElement(_words, 0);

    /// <summary>By the numbers of unk.dic's entries.</summary>
    internal WordCost* Unknown => (WordCost*)Marshal.UnsafeAddrOfPinnedArrayElement(_unknown, 0);

    /// <summary>Costs before a word of class <paramref name="after"/>, by the class of the word before it.</summary>
    internal short* Row(int after) => (short*)Marshal.UnsafeAddrOfPinnedArrayElement(_matrix, 0) + ((long)after * Before);

    /// <summary>New number of each class, the likeliest first.</summary>
    private static ushort[] Order(double[] likelihoods)
    {
        var order = new ushort[likelihoods.Length];
        var place = 0;
        foreach (var old in Enumerable.Range(0, order.Length).OrderByDescending(i => likelihoods[i]))
        {
            order[old] = (ushort)place++;
        }

        return order;
    }
}

/// <summary>What the search for the best path reads of a word.</summary>
/// <param name="Left">Class seen from the word before it.</param>
/// <param name="Right">Class seen from the word after it.</param>
[StructLayout(LayoutKind.Sequential, Size = 8)]
internal readonly record struct WordCost(ushort Left, ushort Right, short Cost);
