using System.Text;

namespace Yakuba.Testing;

/// <summary>
/// A vector made from a text's own characters: each pair of neighbouring characters adds to a few places that its hash names. Texts that share
/// pairs are near to each other, and nothing else is: no meaning, no weights, nothing learned. It stands in for an embedding model so that all
/// around it can be tested honestly.
/// </summary>
public static class TextVector
{
    private const int PlacesOfAPair = 6;

    /// <summary>The vector of a text; of length 1. A text without two characters has one fixed direction.</summary>
    public static float[] Of(string text, int dimension)
    {
        var normal = text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        var pairs = new Dictionary<uint, int>();
        for (var i = 0; i + 1 < normal.Length; i++)
        {
            var pair = ((uint)normal[i] << 16) | normal[i + 1];
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        var sum = new double[dimension];
        sum[0] = 1e-3;
        foreach (var (pair, times) in pairs)
        {
            var state = (ulong)pair;
            for (var place = 0; place < PlacesOfAPair; place++)
            {
                var hash = Mix(ref state);
                sum[(int)(hash % (ulong)dimension)] += Math.Sqrt(times) * ((hash >> 63) == 0 ? 1 : -1);
            }
        }

        return OfLengthOne(sum);
    }

    /// <summary>A direction that depends on the seed only, each value normally distributed; of length 1.</summary>
    public static float[] Noise(ulong seed, int dimension)
    {
        var values = new double[dimension];
        for (var i = 0; i < dimension; i++)
        {
            var (a, b) = ((Mix(ref seed) >> 11) * (1.0 / (1ul << 53)), (Mix(ref seed) >> 11) * (1.0 / (1ul << 53)));
            values[i] = Math.Sqrt(-2 * Math.Log(1 - a)) * Math.Cos(2 * Math.PI * b);
        }

        return OfLengthOne(values);
    }

    /// <summary>A number that depends on the text only.</summary>
    public static ulong Seed(string text)
    {
        var seed = 1469598103934665603ul;
        foreach (var c in text)
        {
            seed = (seed ^ c) * 1099511628211ul;
        }

        return seed;
    }

    private static float[] OfLengthOne(double[] values)
    {
        var length = Math.Sqrt(values.Sum(v => v * v));
        return [.. values.Select(v => (float)(v / length))];
    }

    // SplitMix64 (Steele, Lea, Flood, 2014).
    private static ulong Mix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15ul;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ul;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBul;
        return z ^ (z >> 31);
    }
}
