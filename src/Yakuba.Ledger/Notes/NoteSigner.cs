using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Ledger;

/// <summary>Signs notes with an Ed25519 key held by libcrypto. Safe for use by many threads.</summary>
public sealed class NoteSigner : IDisposable
{
    private readonly LibCrypto.KeyHandle _key;

    /// <summary>Takes a key.</summary>
    /// <param name="name">Key name; for a log its origin.</param>
    /// <param name="seed">The 32-byte private key of RFC 8032. Not kept here; libcrypto holds a copy.</param>
    /// <exception cref="ArgumentException">The name breaks the rule, or the seed is not 32 bytes.</exception>
    /// <exception cref="CryptographicException">libcrypto refused the key.</exception>
    /// <exception cref="DllNotFoundException">libcrypto.so.3 (OpenSSL 3) is not installed.</exception>
    public NoteSigner(string name, ReadOnlySpan<byte> seed)
    {
        if (seed.Length != Ed25519.KeyBytes)
        {
            throw new ArgumentException("An Ed25519 seed has 32 bytes.", nameof(seed));
        }

        _key = Load(seed);
        Verifier = new NoteVerifier(name, PublicKey(_key));
    }

    /// <summary>The public half.</summary>
    public NoteVerifier Verifier { get; }

    /// <summary>Signs bytes.</summary>
    /// <returns>The 64-byte signature; the same for the same bytes.</returns>
    /// <exception cref="CryptographicException">libcrypto could not sign.</exception>
    public unsafe byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = new byte[Ed25519.SignatureBytes];
        var context = LibCrypto.EVP_MD_CTX_new();
        try
        {
            nuint length = Ed25519.SignatureBytes;
            fixed (byte* to = signature, from = message)
            {
                // Ed25519 wants the whole message in one call; an empty span pins to null, which OpenSSL takes with length 0.
                if (LibCrypto.EVP_DigestSignInit(context, null, 0, 0, _key) != 1
                    || LibCrypto.EVP_DigestSign(context, to, &length, from, (nuint)message.Length) != 1
                    || length != Ed25519.SignatureBytes)
                {
                    throw new CryptographicException("libcrypto could not sign with the Ed25519 key.");
                }
            }
        }
        finally
        {
            LibCrypto.EVP_MD_CTX_free(context);
        }

        return signature;
    }

    /// <summary>Signs the text of a note.</summary>
    /// <param name="text">Ends with a line feed; see <see cref="SignedNote"/>.</param>
    public NoteSignature SignNote(string text) => new(Verifier.Name, Verifier.KeyId, Sign(Encoding.UTF8.GetBytes(text)));

    /// <summary>Frees the key.</summary>
    public void Dispose() => _key.Dispose();

    private static unsafe LibCrypto.KeyHandle Load(ReadOnlySpan<byte> seed)
    {
        fixed (byte* from = seed)
        {
            var key = LibCrypto.KeyHandle.Of(LibCrypto.EVP_PKEY_new_raw_private_key(LibCrypto.Ed25519Key, 0, from, (nuint)seed.Length));
            return key.IsInvalid ? throw new CryptographicException("libcrypto refused the Ed25519 key.") : key;
        }
    }

    private static unsafe byte[] PublicKey(LibCrypto.KeyHandle key)
    {
        var bytes = new byte[Ed25519.KeyBytes];
        nuint length = Ed25519.KeyBytes;
        fixed (byte* to = bytes)
        {
            return LibCrypto.EVP_PKEY_get_raw_public_key(key, to, &length) == 1
                ? bytes
                : throw new CryptographicException("libcrypto did not give the public key.");
        }
    }
}
