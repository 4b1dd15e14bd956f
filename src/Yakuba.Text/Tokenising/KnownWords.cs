using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Yakuba.Text;

/// <summary>
/// Finds the dictionary's words at many places of a text at once. A walk through the trie is a chain of loads that each wait for memory, so
/// the walks of a stretch go forward side by side, a character at a time, and the processor waits for all of them together.
/// For that there must be nothing to guess, so the inner loop has no branch that depends on the text.
/// </summary>
internal sealed unsafe class KnownWords(CharacterTrie trie, SearchCosts costs)
{
    /// <summary>Places that are looked up together.</summary>
    private const int Stretch = 128;

    private readonly Walk[] _walks = new Walk[Stretch];
    private readonly int[] _longest = new int[Stretch];
    private readonly WordCost* _words = costs.Words;
    private Match[] _matches = new Match[Stretch * 4];
    private int _from;
    private int _to;

    /// <summary>Forgets the text before.</summary>
    internal void Restart() => _to = _from = 0;

    /// <summary>The longest word that starts at a place, as an index of <see cref="At"/>; -1 if the dictionary has none. Places are asked for in ascending order.</summary>
    internal int LongestAt(ReadOnlySpan<char> text, int place)
    {
        if (place >= _to)
        {
            _from = place;
            _to = Math.Min(place + Stretch, text.Length);
            Find(text);
        }

        return _longest[place - _from];
    }

    internal ref readonly Match At(int index) => ref _matches[index];

    private void Find(ReadOnlySpan<char> text)
    {
        var count = Begin(text);
        var found = 0;
        while (count > 0)
        {
            if (found + count > _matches.Length)
            {
                Array.Resize(ref _matches, (found + count) * 2);
            }

            var kept = 0;
            ref var walks = ref MemoryMarshal.GetArrayDataReference(_walks);
            ref var longestAt = ref MemoryMarshal.GetArrayDataReference(_longest);
            ref var matches = ref MemoryMarshal.GetArrayDataReference(_matches);
            for (var i = 0; i < count; i++)
            {
                var walk = Unsafe.Add(ref walks, i);
                // A match is stored always and counted only if a word ends here.
                var value = trie.ValueAt(walk.Node);
                var isWord = ~(value >> 31);
                ref var longest = ref Unsafe.Add(ref longestAt, walk.Start - _from);
                Unsafe.Add(ref matches, found) = new Match(value, walk.End, longest);
                longest ^= (longest ^ found) & isWord;
                found -= isWord;
                if (Sse.IsSupported)
                {
                    Sse.Prefetch0(_words + (value >> 8));
                }

                if (walk.End < text.Length)
                {
                    var node = trie.Step(text, walk.End, walk.Node, out var width);
                    Unsafe.Add(ref walks, kept) = new Walk(walk.Start, walk.End + width, node);
                    kept += node != DoubleArray.None ? 1 : 0;
                    trie.Prefetch(node);
                }
            }

            count = kept;
        }
    }

    private int Begin(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = _from; at < _to; at++)
        {
            _longest[at - _from] = -1;
            var node = trie.Start(text, at, out var width);
            _walks[count] = new Walk(at, at + width, node);
            count += node != DoubleArray.None ? 1 : 0;
            trie.Prefetch(node);
        }

        return count;
    }

    /// <summary>Words of one spelling at a place.</summary>
    /// <param name="Value">Value of the trie, which names the entries.</param>
    /// <param name="End">UTF-16 index after the words.</param>
    /// <param name="Shorter">The next shorter match at the same place; -1 if none.</param>
    internal readonly record struct Match(int Value, int End, int Shorter);

    /// <summary>A walk through the trie.</summary>
    private readonly record struct Walk(int Start, int End, uint Node);
}
