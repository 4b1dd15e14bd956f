using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Ledger;

/// <summary>The text of a question or answer, encrypted with a key of its own. Deleting the key erases the text; the log still verifies.</summary>
/// <param name="Bytes">Version 01, 12 bytes nonce, ciphertext, 16 bytes tag (AES-256-GCM).</param>
/// <param name="Key">32 random bytes, for this body alone. Store it apart from <paramref name="Bytes"/>.</param>
public sealed record SealedBody(byte[] Bytes, byte[] Key)
{
    /// <summary>Bytes in a key.</summary>
    public const int KeyBytes = 32;

    private const byte FormatVersion = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 1 + NonceBytes;

    /// <summary>Encrypts a text with a fresh key.</summary>
    /// <param name="plain">The text, UTF-8; its length can be told from the result.</param>
    /// <param name="place">Where the body belongs, such as <c>request id/answer</c>. Bound to the body, so that two cannot be swapped.</param>
    public static SealedBody Seal(ReadOnlySpan<byte> plain, string place)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var bytes = new byte[HeaderBytes + plain.Length + TagBytes];
        bytes[0] = FormatVersion;
        RandomNumberGenerator.Fill(bytes.AsSpan(1, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(
            bytes.AsSpan(1, NonceBytes),
            plain,
            bytes.AsSpan(HeaderBytes, plain.Length),
            bytes.AsSpan(HeaderBytes + plain.Length),
            Bound(place));
        return new SealedBody(bytes, key);
    }

    /// <summary>Decrypts a body.</summary>
    /// <param name="place">The same place as when it was sealed.</param>
    /// <param name="plain">The text, or null.</param>
    /// <returns>False when body, key and place do not belong together or the body was changed.</returns>
    public bool TryOpen(string place, [NotNullWhen(true)] out byte[]? plain)
    {
        plain = null;
        if (Bytes.Length < HeaderBytes + TagBytes || Bytes[0] != FormatVersion || Key.Length != KeyBytes)
        {
            return false;
        }

        var opened = new byte[Bytes.Length - HeaderBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(Key, TagBytes);
            cipher.Decrypt(Bytes.AsSpan(1, NonceBytes), Bytes.AsSpan(HeaderBytes, opened.Length), Bytes.AsSpan(HeaderBytes + opened.Length), opened, Bound(place));
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        plain = opened;
        return true;
    }

    private static byte[] Bound(string place) => Encoding.UTF8.GetBytes("yakuba-body-v1\n" + place);
}
