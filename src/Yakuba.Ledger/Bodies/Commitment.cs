using System.Security.Cryptography;

namespace Yakuba.Ledger;

/// <summary>Ties a sealed text to its entry without revealing it: HMAC-SHA256 under a random key. Whoever has text and key can show that this text was meant.</summary>
/// <param name="Key">32 random bytes, for this text alone. Stored with the body's key and deleted with it: without it the value says nothing about the text.</param>
/// <param name="Value">What stands in the entry.</param>
public sealed record Commitment(byte[] Key, TreeHash Value)
{
    /// <summary>Bytes in a key.</summary>
    public const int KeyBytes = 32;

    /// <summary>Commits to a text with a fresh key.</summary>
    public static Commitment To(ReadOnlySpan<byte> plain)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        return new Commitment(key, Compute(key, plain));
    }

    /// <summary>True when this is the commitment to exactly this text.</summary>
    public bool Matches(ReadOnlySpan<byte> plain) => Key.Length == KeyBytes && Compute(Key, plain) == Value;

    private static TreeHash Compute(byte[] key, ReadOnlySpan<byte> plain) => new(HMACSHA256.HashData(key, plain));
}
