using System.Globalization;
using System.Numerics;

namespace Yakuba.Ledger;

/// <summary>A point of edwards25519 in extended coordinates: x = X/Z, y = Y/Z, xy = T/Z. For public values only; not constant time.</summary>
/// <remarks>Source: RFC 8032 sections 5.1.3 and 5.1.4.</remarks>
internal sealed record EdwardsPoint(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T)
{
    private static readonly BigInteger Prime = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    private static readonly BigInteger SquareRootOfMinusOne = BigInteger.ModPow(2, (Prime - 1) / 4, Prime);
    private static readonly EdwardsPoint Neutral = new(0, 1, 1, 0);

    /// <summary>The base point B.</summary>
    internal static EdwardsPoint Generator { get; } = OfAffine(
        BigInteger.Parse("15112221349535400772501151409588531511454012693041857206046113283949847762202", CultureInfo.InvariantCulture),
        BigInteger.Parse("46316835694926478169428394003475163141307993866256225615783033603165251855960", CultureInfo.InvariantCulture));

    /// <returns>Null when the 32 bytes are no point, or spell one in a way other than <see cref="Encode"/>.</returns>
    internal static EdwardsPoint? Decode(ReadOnlySpan<byte> bytes)
    {
        var y = new BigInteger(bytes, isUnsigned: true);
        var odd = !(y >> 255).IsZero;
        y &= (BigInteger.One << 255) - 1;
        if (y >= Prime)
        {
            return null;
        }

        // x² = (y² − 1) / (d y² + 1)
        var (u, v) = (Mod((y * y) - 1), Mod((D * y * y) + 1));
        var x = Mod(u * BigInteger.ModPow(v, 3, Prime) * BigInteger.ModPow(u * BigInteger.ModPow(v, 7, Prime), (Prime - 5) / 8, Prime));
        var check = Mod(v * x * x);
        if (check != u)
        {
            if (check != Mod(-u))
            {
                return null;
            }

            x = Mod(x * SquareRootOfMinusOne);
        }

        if (x.IsZero && odd)
        {
            return null;
        }

        return OfAffine(x.IsEven == odd ? Prime - x : x, y);
    }

    internal byte[] Encode()
    {
        var inverse = Inverse(Z);
        var bytes = new byte[32];
        Mod(Y * inverse).TryWriteBytes(bytes, out _, isUnsigned: true);
        if (!Mod(X * inverse).IsEven)
        {
            bytes[31] |= 0x80;
        }

        return bytes;
    }

    internal EdwardsPoint Negated() => new(Mod(-X), Y, Z, Mod(-T));

    internal EdwardsPoint Plus(EdwardsPoint other)
    {
        var a = (Y - X) * (other.Y - other.X);
        var b = (Y + X) * (other.Y + other.X);
        var c = 2 * T * Mod(D * other.T);
        var d = 2 * Z * other.Z;
        var (e, f, g, h) = (Mod(b - a), Mod(d - c), Mod(d + c), Mod(b + a));
        return new EdwardsPoint(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    /// <summary>[a]A + [b]B, sharing the doublings (Straus).</summary>
    internal static EdwardsPoint Combine(BigInteger a, EdwardsPoint pointA, BigInteger b, EdwardsPoint pointB)
    {
        EdwardsPoint?[] choices = [null, pointA, pointB, pointA.Plus(pointB)];
        var sum = Neutral;
        for (var i = (int)BigInteger.Max(a, b).GetBitLength() - 1; i >= 0; i--)
        {
            sum = sum.Plus(sum);
            if (choices[Bit(a, i) + (2 * Bit(b, i))] is { } choice)
            {
                sum = sum.Plus(choice);
            }
        }

        return sum;
    }

    private static int Bit(BigInteger value, int place) => (value >> place).IsEven ? 0 : 1;

    private static EdwardsPoint OfAffine(BigInteger x, BigInteger y) => new(x, y, 1, Mod(x * y));

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Mod(value), Prime - 2, Prime);

    private static BigInteger Mod(BigInteger value)
    {
        var rest = value % Prime;
        return rest.Sign < 0 ? rest + Prime : rest;
    }
}
