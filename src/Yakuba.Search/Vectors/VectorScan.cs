namespace Yakuba.Search.Vectors;

/// <summary>How a vector search goes through the vectors.</summary>
public enum VectorScan
{
    /// <summary>Exactly up to 300,000 permitted vectors, by signs first above.</summary>
    Auto,

    /// <summary>Every permitted vector is scored in 8 bits.</summary>
    Exact,

    /// <summary>The signs of every permitted vector choose candidates; these are scored in 8 bits.</summary>
    SignsFirst,
}
