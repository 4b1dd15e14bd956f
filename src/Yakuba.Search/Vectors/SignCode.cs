using System.Numerics;
using System.Runtime.CompilerServices;

namespace Yakuba.Search.Vectors;

/// <summary>A vector in 1 bit a value: set where its code is above 0.</summary>
internal static unsafe class SignCode
{
    /// <summary>One word of a stored vector's signs.</summary>
    /// <param name="row">Codes with bias.</param>
    /// <param name="word">Number of the word; bit b stands for value 64 · word + b.</param>
    /// <param name="dimension">Values; bits beyond are 0.</param>
    internal static ulong Word(ReadOnlySpan<byte> row, int word, int dimension)
    {
        var bits = 0ul;
        for (var i = word << 6; i < Math.Min(dimension, (word + 1) << 6); i++)
        {
            if (row[i] > VectorCode.Bias)
            {
                bits |= 1ul << (i & 63);
            }
        }

        return bits;
    }

    /// <summary>Bits in which two vectors differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Distance(ulong* a, ulong* b, int words)
    {
        var distance = 0;
        for (var i = 0; i < words; i++)
        {
            distance += BitOperations.PopCount(a[i] ^ b[i]);
        }

        return distance;
    }
}
