using Yakuba.Search.Queries;

namespace Yakuba.Search.Vectors;

/// <summary>A query vector in codes, padded with 0, in the two widths that the ways of multiplying want, and its signs.</summary>
internal sealed unsafe class CodedQuery : IDisposable
{
    private readonly NativeBuffer<sbyte> _bytes = new();
    private readonly NativeBuffer<short> _shorts = new();
    private readonly NativeBuffer<ulong> _signs = new();
    private readonly sbyte[] _codes = new sbyte[VectorCode.MaxDimension];

    internal sbyte* Bytes => _bytes.Start;

    internal short* Shorts => _shorts.Start;

    internal ulong* Signs => _signs.Start;

    /// <summary>What the bias of stored codes adds to each dot product.</summary>
    internal int BiasSum { get; private set; }

    /// <summary>What one unit of code is worth.</summary>
    internal float Scale { get; private set; }

    /// <param name="vector">A sound vector.</param>
    internal void Set(ReadOnlySpan<float> vector)
    {
        var stride = VectorFormat.Stride(vector.Length);
        var words = VectorFormat.SignWords(vector.Length);
        var bytes = _bytes.Reserve(stride);
        var shorts = _shorts.Reserve(stride);
        var signs = _signs.Reserve(words);
        new Span<ulong>(signs, words).Clear();
        Scale = VectorCode.Encode(vector, _codes);
        BiasSum = 0;
        for (var i = 0; i < stride; i++)
        {
            var code = i < vector.Length ? _codes[i] : (sbyte)0;
            (bytes[i], shorts[i]) = (code, code);
            BiasSum += code * VectorCode.Bias;
            if (code > 0)
            {
                signs[i >> 6] |= 1ul << (i & 63);
            }
        }
    }

    public void Dispose()
    {
        _bytes.Dispose();
        _shorts.Dispose();
        _signs.Dispose();
    }
}
