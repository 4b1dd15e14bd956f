using System.Text.Json;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Search.Vectors;

namespace Yakuba.Platform.Models.Embedding;

/// <summary>Reads a reply of <c>/v1/embeddings</c>: exactly one sound vector for each text, or a failure.</summary>
internal static class EmbeddingReply
{
    /// <param name="root">The reply.</param>
    /// <param name="texts">Vectors that it must hold.</param>
    /// <param name="dimension">Values that each must have; 0 for any, the same for all.</param>
    internal static Embedded Read(JsonElement root, int texts, int dimension)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
        {
            return new(null, ModelFailure.Garbage);
        }

        var vectors = new float[texts][];
        if (data.GetArrayLength() != texts)
        {
            return new(null, ModelFailure.WrongCount);
        }

        var next = 0;
        foreach (var row in data.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Object || !row.TryGetProperty("embedding", out var values) || values.ValueKind != JsonValueKind.Array)
            {
                return new(null, ModelFailure.Garbage);
            }

            // Servers may answer out of order; the index tells. Without one the order counts.
            var at = row.TryGetProperty("index", out var index) && index.ValueKind == JsonValueKind.Number && index.TryGetInt32(out var told) ? told : next;
            next++;
            if (at < 0 || at >= texts || vectors[at] is not null)
            {
                return new(null, ModelFailure.WrongCount);
            }

            dimension = dimension == 0 ? values.GetArrayLength() : dimension;
            if (Vector(values, dimension, out var vector) is { } failure)
            {
                return new(null, failure);
            }

            vectors[at] = vector;
        }

        return new(vectors, null);
    }

    private static ModelFailure? Vector(JsonElement values, int dimension, out float[] vector)
    {
        vector = [];
        if (values.GetArrayLength() != dimension || dimension is < VectorCode.MinDimension or > VectorCode.MaxDimension)
        {
            return ModelFailure.WrongDimension;
        }

        vector = new float[dimension];
        var i = 0;
        foreach (var value in values.EnumerateArray())
        {
            if (value.ValueKind != JsonValueKind.Number || !value.TryGetSingle(out vector[i++]))
            {
                return ModelFailure.NotAVector;
            }
        }

        if (VectorCode.Check(vector, dimension) != VectorFault.None)
        {
            return ModelFailure.NotAVector;
        }

        VectorCode.Normalise(vector);
        return null;
    }
}
