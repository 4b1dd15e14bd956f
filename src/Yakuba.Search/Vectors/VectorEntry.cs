namespace Yakuba.Search.Vectors;

/// <summary>A passage's vector.</summary>
/// <param name="Group">The document version that the passage belongs to.</param>
/// <param name="Ordinal">The passage's number in its group.</param>
/// <param name="Vector">8 to 4,096 finite values, not all 0. Scale them to length 1 where a dot product is to be a cosine.</param>
public readonly record struct VectorEntry(uint Group, uint Ordinal, float[] Vector);
