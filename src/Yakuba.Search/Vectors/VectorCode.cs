namespace Yakuba.Search.Vectors;

/// <summary>A vector in 8 bits a value: <c>value ≈ code · scale</c>, with code = round(value / scale) and scale = largest magnitude / 127.</summary>
public static class VectorCode
{
    /// <summary>Fewest values of a vector.</summary>
    public const int MinDimension = 8;

    /// <summary>Most values of a vector.</summary>
    public const int MaxDimension = 4_096;

    /// <summary>Stored bytes are codes plus this, so that they are unsigned, as VPDPBUSD wants its first operand.</summary>
    internal const int Bias = 128;

    /// <summary>Below this a largest magnitude is 0: its scale would lose its bits in binary32.</summary>
    private const float Smallest = 1e-30f;

    /// <summary>Above this a score could leave the range of binary32.</summary>
    private const float Largest = 1e+20f;

    /// <summary>Tells what is wrong with a vector.</summary>
    /// <param name="vector">Any values.</param>
    /// <param name="dimension">Values that it must have.</param>
    public static VectorFault Check(ReadOnlySpan<float> vector, int dimension)
    {
        if (vector.Length != dimension)
        {
            return VectorFault.WrongDimension;
        }

        var largest = 0f;
        foreach (var value in vector)
        {
            if (!(Math.Abs(value) <= Largest)) // false for what is not a number
            {
                return VectorFault.NotFinite;
            }

            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest < Smallest ? VectorFault.Zero : VectorFault.None;
    }

    /// <summary>Scales a sound vector to length 1, so that a dot product is a cosine.</summary>
    /// <param name="vector">Passed by <see cref="Check"/>; changed in place.</param>
    public static void Normalise(Span<float> vector)
    {
        var sum = 0d; // binary64: squares of finite binary32 values neither overflow nor vanish in it
        foreach (var value in vector)
        {
            sum += (double)value * value;
        }

        var length = Math.Sqrt(sum);
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = (float)(vector[i] / length);
        }
    }

    /// <summary>Writes the codes of a sound vector, from −127 to 127.</summary>
    /// <returns>The scale; above 0.</returns>
    internal static float Encode(ReadOnlySpan<float> vector, Span<sbyte> codes)
    {
        var largest = 0f;
        foreach (var value in vector)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        var scale = largest / 127;
        for (var i = 0; i < vector.Length; i++)
        {
            codes[i] = (sbyte)Math.Clamp(MathF.Round(vector[i] / scale), -127, 127);
        }

        return scale;
    }
}
