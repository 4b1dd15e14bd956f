using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Yakuba.Text;

/// <summary>
/// A double-array trie over bytes. A unit is 8 bytes: base (signed) and check (unsigned), little-endian.
/// From a node with base b, byte c leads to unit b + c + 1 if that unit's check is b; a word ends at the node
/// if unit b has check b and a negative base v, and then its value is -v - 1.
/// </summary>
/// <remarks>Source: Aoe, An Efficient Digital Search Algorithm by Using a Double-Array Structure, 1989; the layout is that of Darts 0.3.</remarks>
internal readonly unsafe struct DoubleArray(byte* units, int count)
{
    /// <summary>Where no word goes on.</summary>
    internal const uint None = uint.MaxValue;

    private readonly long* _units = (long*)units;

    /// <summary>Base of the root node.</summary>
    internal uint Root => (uint)_units[0];

    /// <summary>Steps from the node with base <paramref name="from"/> over one byte. From <see cref="None"/> it leads to none.</summary>
    /// <returns>The next node; <see cref="None"/> when no word goes on this way. A damaged array never reads outside its section.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint Step(uint from, int letter)
    {
        var unit = from + (uint)letter + 1;
        if (unit >= (uint)count)
        {
            return None;
        }

        var content = _units[unit];
        // All bits set where the check differs: a branch here would be guessed wrong too often.
        var difference = (uint)(content >> 32) ^ from;
        return (uint)content | (uint)(-(long)difference >> 63);
    }

    /// <summary>Asks for the memory that says whether a word ends at a node, and where it leads by the first byte of most kanji.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Prefetch(uint node)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(_units + node);
            Sse.Prefetch0(_units + node + 0xe6);
        }
    }

    /// <summary>Value of the word that ends at the node with base <paramref name="node"/>; at least 0, or -1 if none ends here.</summary>
    internal int ValueAt(uint node)
    {
        if (node >= (uint)count)
        {
            return -1;
        }

        var content = _units[node];
        var value = (int)content;
        // -value - 1 is ~value; a word ends here if the check is the node itself and the value is negative.
        var difference = (uint)(content >> 32) ^ node;
        return ~value | (int)(-(long)difference >> 63) | (~value >> 31);
    }

    /// <summary>Value of a whole key, or -1.</summary>
    internal int Find(ReadOnlySpan<byte> key)
    {
        var node = Root;
        foreach (var letter in key)
        {
            node = Step(node, letter);
        }

        return ValueAt(node);
    }
}
