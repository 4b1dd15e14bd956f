using System.Numerics;
using System.Security.Cryptography;

namespace Yakuba.Ledger;

/// <summary>Checks Ed25519 signatures in managed code, so that an auditor's machine needs no crypto library. It never sees a secret.</summary>
/// <remarks>
/// Source: RFC 8032 section 5.1.7, without the cofactor, as OpenSSL and Go check. Strict: S must be below the group order and the
/// encodings of A and R canonical, so a signature has one spelling. Big integers keep it short to read; a check costs milliseconds.
/// </remarks>
public static class Ed25519
{
    /// <summary>Bytes in a public key and in a seed.</summary>
    public const int KeyBytes = 32;

    /// <summary>Bytes in a signature.</summary>
    public const int SignatureBytes = 64;

    private static readonly BigInteger Order =
        BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Checks a signature over a message.</summary>
    /// <param name="publicKey">32 bytes; any other length is refused.</param>
    /// <param name="message">The signed bytes.</param>
    /// <param name="signature">64 bytes; any other length is refused.</param>
    /// <returns>True only for a valid signature in its canonical spelling. Never throws on hostile input.</returns>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != KeyBytes || signature.Length != SignatureBytes || EdwardsPoint.Decode(publicKey) is not { } a)
        {
            return false;
        }

        var s = new BigInteger(signature[32..], isUnsigned: true);
        if (s >= Order)
        {
            return false;
        }

        var k = Challenge(signature[..32], publicKey, message);
        var expected = EdwardsPoint.Combine(s, EdwardsPoint.Generator, k, a.Negated());
        return expected.Encode().AsSpan().SequenceEqual(signature[..32]);
    }

    /// <summary>SHA-512(R ‖ A ‖ M) as a little-endian number modulo the group order.</summary>
    private static BigInteger Challenge(ReadOnlySpan<byte> r, ReadOnlySpan<byte> a, ReadOnlySpan<byte> message)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(r);
        hash.AppendData(a);
        hash.AppendData(message);
        return new BigInteger(hash.GetHashAndReset(), isUnsigned: true) % Order;
    }
}
