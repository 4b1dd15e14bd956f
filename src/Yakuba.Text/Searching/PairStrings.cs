namespace Yakuba.Text;

/// <summary>One string for each pair of characters that is met often, so that indexing makes no garbage of them. Bounded; safe for many threads.</summary>
internal static class PairStrings
{
    private const int Slots = 1 << 16;

    private static readonly string?[] s_slots = new string?[Slots];

    /// <summary>The string of a stretch of a text.</summary>
    internal static string Of(string text, int start, int length)
    {
        if (length != 2)
        {
            return text.Substring(start, length);
        }

        char first = text[start], second = text[start + 1];
        // A slot holds the pair that came last; two threads may both write it, and either string is right.
        ref var slot = ref s_slots[((((uint)first << 16) | second) * 0x9E3779B1u) >> 16];
        var known = Volatile.Read(ref slot);
        if (known is not null && known[0] == first && known[1] == second)
        {
            return known;
        }

        var made = text.Substring(start, length);
        Volatile.Write(ref slot, made);
        return made;
    }
}
