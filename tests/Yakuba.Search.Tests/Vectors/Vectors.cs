using Yakuba.Search.Vectors;

namespace Yakuba.Search.Tests.Vectors;

/// <summary>Vectors for tests.</summary>
internal static class Vectors
{
    /// <summary>Values between −1 and 1, of very different length.</summary>
    internal static float[] Of(Random random, int dimension)
    {
        var length = MathF.Pow(10, random.Next(-3, 4));
        return [.. Enumerable.Range(0, dimension).Select(_ => ((float)random.NextDouble() - 0.5f) * length)];
    }

    /// <summary>Groups of one to four passages.</summary>
    internal static List<VectorEntry> Entries(Random random, int dimension, IEnumerable<uint> groups) =>
        [.. groups.Order().SelectMany(group => Enumerable.Range(0, random.Next(1, 5)).Select(i => new VectorEntry(group, (uint)(i * 2), Of(random, dimension))))];

    /// <summary>What a search must find: every permitted vector scored by the plain definition of the codes.</summary>
    internal static SearchHit[] Exhaustive(IEnumerable<VectorEntry> entries, float[] query, PermittedGroups permitted, int top)
    {
        var (q, scale) = Code(query);
        return
        [
            .. entries.Where(e => permitted.Contains(e.Group)).Select(e =>
                {
                    var (code, of) = Code(e.Vector);
                    var score = (float)q.Zip(code, (a, b) => a * b).Sum() * of;
                    return new SearchHit(e.Group, e.Ordinal, (double)score * scale);
                })
                .OrderByDescending(h => h.Score).ThenBy(h => h.Group).ThenBy(h => h.Ordinal).Take(top),
        ];
    }

    private static (int[] Codes, float Scale) Code(float[] vector)
    {
        var codes = new sbyte[vector.Length];
        var scale = VectorCode.Encode(vector, codes);
        return ([.. codes.Select(c => (int)c)], scale);
    }
}
