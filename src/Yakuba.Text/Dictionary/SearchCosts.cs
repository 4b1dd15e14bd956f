using System.Runtime.InteropServices;

namespace Yakuba.Text;

/// <summary>
/// What the search for the best path reads: connection costs as they lie in the file, and of each word 8 of its 16 bytes, copied, so that
/// twice as many stand in a line of memory, and checked once instead of at each use.
/// </summary>
internal sealed unsafe class SearchCosts : IDisposable
{
    private readonly ConnectionCosts _connections;
    private readonly WordCost[] _words;
    private readonly WordCost[] _unknown;

    /// <summary>Copies the words' costs. Disposes of <paramref name="connections"/> with itself.</summary>
    /// <exception cref="LexiconException">A word has a context class outside the matrix.</exception>
    internal SearchCosts(ConnectionCosts connections, WordDictionary words, WordDictionary unknown)
    {
        _connections = connections;
        _words = Copy(words);
        _unknown = Copy(unknown);
    }

    /// <summary>By the numbers of sys.dic's entries.</summary>
    internal WordCost* Words => (WordCost*)Marshal.UnsafeAddrOfPinnedArrayElement(_words, 0);

    /// <summary>By the numbers of unk.dic's entries.</summary>
    internal WordCost* Unknown => (WordCost*)Marshal.UnsafeAddrOfPinnedArrayElement(_unknown, 0);

    /// <summary>Number of classes of the word before.</summary>
    internal int Before => _connections.Before;

    /// <summary>Costs before a word of class <paramref name="after"/>, by the class of the word before it.</summary>
    internal short* Row(int after) => _connections.Row(after);

    public void Dispose() => _connections.Dispose();

    private WordCost[] Copy(WordDictionary dictionary)
    {
        var copy = GC.AllocateUninitializedArray<WordCost>(dictionary.EntryCount, pinned: true);
        for (var i = 0; i < copy.Length; i++)
        {
            ref readonly var entry = ref dictionary.Entries[i];
            if (entry.LeftContext >= _connections.After || entry.RightContext >= _connections.Before)
            {
                throw dictionary.Damaged("an entry has a context class outside the matrix");
            }

            copy[i] = new WordCost(entry.LeftContext, entry.RightContext, entry.Cost);
        }

        return copy;
    }
}

/// <summary>What the search for the best path reads of a word.</summary>
/// <param name="Left">Class seen from the word before it.</param>
/// <param name="Right">Class seen from the word after it.</param>
[StructLayout(LayoutKind.Sequential, Size = 8)]
internal readonly record struct WordCost(ushort Left, ushort Right, short Cost);
