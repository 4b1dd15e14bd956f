using Yakuba.Search.Segments;

namespace Yakuba.Search.Vectors;

/// <summary>Constants of the vector file. docs/formats/vectors.md draws the same bytes; change both together.</summary>
internal static class VectorFormat
{
    /// <summary>Format version that this program writes and reads.</summary>
    internal const uint Version = 1;

    internal const int HeaderBytes = 128;

    /// <summary>Codes of a vector are padded to a multiple of this many bytes: two registers of AVX2.</summary>
    internal const int StrideUnit = 64;

    /// <summary>Most vectors of one file.</summary>
    internal const int MaxVectors = 1 << 24;

    /// <summary>Most UTF-8 bytes of the label.</summary>
    internal const int MaxLabelBytes = 2_000;

    internal static ReadOnlySpan<byte> Magic => "YAKUBVEC"u8;

    /// <summary>Bytes of a vector's codes with padding.</summary>
    internal static int Stride(int dimension) => (dimension + StrideUnit - 1) & ~(StrideUnit - 1);

    /// <summary>Words of a vector's signs.</summary>
    internal static int SignWords(int dimension) => (dimension + 63) >> 6;
}

/// <summary>The sections, in the order in which they lie in the file.</summary>
internal enum VectorSection
{
    /// <summary>u8 × stride for each vector: code + 128.</summary>
    Codes,

    /// <summary>u64 × sign words for each vector: bit set where the code is above 0.</summary>
    Signs,

    /// <summary>f32 for each vector.</summary>
    Scales,

    /// <summary>u32 for each vector.</summary>
    Ordinals,

    /// <summary>Group and first vector for each group, and a last row that ends the last group.</summary>
    Groups,

    /// <summary>UTF-8.</summary>
    Label,
}
