namespace Yakuba.Text;

/// <summary>
/// A double-array trie over bytes. A unit is 8 bytes: base (signed) and check (unsigned), little-endian.
/// From a node with base b, byte c leads to unit b + c + 1 if that unit's check is b; a word ends at the node
/// if unit b has check b and a negative base v, and then its value is -v - 1.
/// </summary>
/// <remarks>Source: Aoe, An Efficient Digital Search Algorithm by Using a Double-Array Structure, 1989; the layout is that of Darts 0.3.</remarks>
internal readonly unsafe struct DoubleArray(byte* units, int count)
{
    private readonly long* _units = (long*)units;

    /// <summary>Base of the root node.</summary>
    internal uint Root => (uint)_units[0];

    /// <summary>Steps from the node with base <paramref name="from"/> over one byte.</summary>
    /// <returns>False when no word goes on this way. A damaged array never reads outside its section.</returns>
    internal bool Step(uint from, byte letter, out uint to)
    {
        var unit = from + letter + 1;
        if (unit < (uint)count)
        {
            var content = _units[unit];
            to = (uint)content;
            return (uint)(content >> 32) == from;
        }

        to = 0;
        return false;
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
        return (uint)(content >> 32) == node && value < 0 ? -value - 1 : -1;
    }

    /// <summary>Value of a whole key, or -1.</summary>
    internal int Find(ReadOnlySpan<byte> key)
    {
        var node = Root;
        foreach (var letter in key)
        {
            if (!Step(node, letter, out node))
            {
                return -1;
            }
        }

        return ValueAt(node);
    }
}
