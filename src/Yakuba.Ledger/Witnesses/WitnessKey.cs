using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Ledger;

/// <summary>The public key of a witness: another party that co-signs heads after checking that each extends the last (C2SP tlog-cosignature, Ed25519 cosignature/v1).</summary>
public sealed class WitnessKey
{
    private const byte CosignatureType = 0x04;
    private const int TimeBytes = 8;
    private const long LastSecond = 253_402_300_799; // of the year 9999

    private readonly byte[] _publicKey;

    /// <summary>Takes a key.</summary>
    /// <param name="name">Name of the witness; 1 to 255 characters without white space or plus.</param>
    /// <param name="publicKey">32 bytes, RFC 8032.</param>
    public WitnessKey(string name, ReadOnlySpan<byte> publicKey)
    {
        if (!KeyName.IsValid(name) || publicKey.Length != Ed25519.KeyBytes)
        {
            throw new ArgumentException("A witness has a name of 1 to 255 characters without white space or plus, and 32 bytes of key.", nameof(name));
        }

        (Name, _publicKey) = (name, publicKey.ToArray());
        byte[] input = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', CosignatureType, .. publicKey];
        KeyId = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(input));
    }

    /// <summary>Name of the witness.</summary>
    public string Name { get; }

    /// <summary>First four bytes of SHA-256(name ‖ LF ‖ 04 ‖ key), big-endian.</summary>
    public uint KeyId { get; }

    /// <summary>The vkey: <c>name+8 hex digits of the key id+base64(04 ‖ key)</c>.</summary>
    public override string ToString() => $"{Name}+{KeyId.ToString("x8", CultureInfo.InvariantCulture)}+{Convert.ToBase64String([CosignatureType, .. _publicKey])}";

    /// <summary>Reads a vkey.</summary>
    /// <param name="vkey">The text form, without line end.</param>
    /// <param name="key">The key, or null.</param>
    /// <param name="fault">What is wrong, in Japanese; empty when nothing is.</param>
    public static bool TryParse(string vkey, [NotNullWhen(true)] out WitnessKey? key, out string fault)
    {
        (key, fault) = (null, "立会人の検証鍵の形が違います（名前+識別子+鍵）。");
        if (vkey.Split('+', 3) is not [var name, var id, var base64]
            || !KeyName.IsValid(name)
            || !StrictBase64.TryDecode(base64, out var bytes)
            || bytes.Length != Ed25519.KeyBytes + 1
            || bytes[0] != CosignatureType)
        {
            return false;
        }

        var read = new WitnessKey(name, bytes.AsSpan(1));
        (key, fault) = id == read.KeyId.ToString("x8", CultureInfo.InvariantCulture) ? (read, "") : (null, "立会人の検証鍵の識別子が鍵と合いません。書き写しを確かめてください。");
        return key is not null;
    }

    /// <summary>Looks for this witness's cosignature on a note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="at">When the witness says it signed, to the second.</param>
    /// <returns>False when there is none, or it is wrong.</returns>
    public bool HasCosigned(SignedNote note, out DateTimeOffset at)
    {
        at = default;
        foreach (var signature in note.Signatures.Where(s => s.Name == Name && s.KeyId == KeyId && s.Bytes.Length == TimeBytes + Ed25519.SignatureBytes))
        {
            var seconds = BinaryPrimitives.ReadUInt64BigEndian(signature.Bytes.Span);
            if (seconds <= LastSecond && Ed25519.Verify(_publicKey, Message(note.Text, (long)seconds), signature.Bytes.Span[TimeBytes..]))
            {
                at = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
                return true;
            }
        }

        return false;
    }

    /// <summary>Co-signs the text of a note. The caller has checked that it extends what was co-signed before; see <see cref="Witness"/>.</summary>
    internal static NoteSignature Cosign(NoteSigner signer, string text, DateTimeOffset at)
    {
        var key = new WitnessKey(signer.Verifier.Name, signer.Verifier.PublicKey.Span);
        var bytes = new byte[TimeBytes + Ed25519.SignatureBytes];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)at.ToUnixTimeSeconds());
        signer.Sign(Message(text, at.ToUnixTimeSeconds())).CopyTo(bytes, TimeBytes);
        return new NoteSignature(key.Name, key.KeyId, bytes);
    }

    private static byte[] Message(string text, long seconds) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n{text}"));
}
