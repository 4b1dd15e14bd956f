using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Ledger;

/// <summary>A public key that notes are checked with. Its text form (vkey) is what an auditor receives on paper.</summary>
public sealed class NoteVerifier
{
    /// <summary>The signature type byte of Ed25519 in C2SP signed notes.</summary>
    internal const byte Ed25519Type = 0x01;

    private readonly byte[] _publicKey;

    /// <summary>Takes a key.</summary>
    /// <param name="name">Key name; for a log its origin. 1 to 255 characters without white space or plus.</param>
    /// <param name="publicKey">32 bytes, RFC 8032.</param>
    /// <exception cref="ArgumentException">The name breaks the rule, or the key is not 32 bytes.</exception>
    public NoteVerifier(string name, ReadOnlySpan<byte> publicKey)
    {
        if (!KeyName.IsValid(name))
        {
            throw new ArgumentException("A key name has 1 to 255 characters, without white space or plus.", nameof(name));
        }

        if (publicKey.Length != Ed25519.KeyBytes)
        {
            throw new ArgumentException("An Ed25519 public key has 32 bytes.", nameof(publicKey));
        }

        Name = name;
        _publicKey = publicKey.ToArray();
        KeyId = IdOf(name, publicKey);
    }

    /// <summary>Name of the key; for a log its origin.</summary>
    public string Name { get; }

    /// <summary>First four bytes of SHA-256(name ‖ LF ‖ 01 ‖ key), big-endian.</summary>
    public uint KeyId { get; }

    /// <summary>The 32 bytes of the key.</summary>
    public ReadOnlyMemory<byte> PublicKey => _publicKey;

    /// <summary>Checks a 64-byte Ed25519 signature over bytes.</summary>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => Ed25519.Verify(_publicKey, message, signature);

    /// <summary>The vkey: <c>name+8 hex digits of the key id+base64(01 ‖ key)</c>.</summary>
    public override string ToString() =>
        $"{Name}+{KeyId.ToString("x8", CultureInfo.InvariantCulture)}+{Convert.ToBase64String([Ed25519Type, .. _publicKey])}";

    /// <summary>Reads a vkey.</summary>
    /// <param name="vkey">The text form, without line end.</param>
    /// <param name="verifier">The key, or null.</param>
    /// <param name="fault">What is wrong, in Japanese; empty when nothing is.</param>
    /// <returns>False when the text is not the vkey of an Ed25519 key or its id does not fit the key.</returns>
    public static bool TryParse(string vkey, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out NoteVerifier? verifier, out string fault)
    {
        verifier = null;
        // Base64 may hold plus signs, so only the first two separate.
        var parts = vkey.Split('+', 3);
        if (parts.Length != 3 || !KeyName.IsValid(parts[0]))
        {
            fault = "検証鍵の形が違います（名前+識別子+鍵）。";
            return false;
        }

        if (!StrictBase64.TryDecode(parts[2], out var key) || key.Length != Ed25519.KeyBytes + 1 || key[0] != Ed25519Type)
        {
            fault = "検証鍵がEd25519の鍵ではありません。";
            return false;
        }

        var read = new NoteVerifier(parts[0], key.AsSpan(1));
        if (parts[1] != read.KeyId.ToString("x8", CultureInfo.InvariantCulture))
        {
            fault = "検証鍵の識別子が鍵と合いません。書き写しを確かめてください。";
            return false;
        }

        (verifier, fault) = (read, "");
        return true;
    }

    private static uint IdOf(string name, ReadOnlySpan<byte> publicKey)
    {
        byte[] input = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519Type, .. publicKey];
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(input));
    }
}
