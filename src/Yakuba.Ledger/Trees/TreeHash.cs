using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Yakuba.Ledger;

/// <summary>A SHA-256 value: a leaf, a node, a root, or the hash of a content that an entry names. A value type, so that a million of them cost no objects.</summary>
/// <remarks><c>default</c> is 32 zero bytes, which no leaf, node or root can be expected to equal.</remarks>
public readonly record struct TreeHash
{
    /// <summary>Bytes in a hash.</summary>
    public const int Length = 32;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    /// <summary>Takes the bytes of a hash.</summary>
    /// <param name="bytes">Exactly 32 bytes.</param>
    /// <exception cref="ArgumentException">The span is not 32 bytes long.</exception>
    public TreeHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A tree hash has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        }

        _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>Plain SHA-256 of some content, such as a passage or a model file; not a leaf.</summary>
    public static TreeHash OfContent(ReadOnlySpan<byte> content) => new(SHA256.HashData(content));

    /// <summary>Writes the 32 bytes at the start of <paramref name="target"/>.</summary>
    /// <param name="target">At least 32 bytes.</param>
    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64BigEndian(target, _a);
        BinaryPrimitives.WriteUInt64BigEndian(target[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(target[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(target[24..], _d);
    }

    /// <summary>The 32 bytes, in a new array.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The hash in standard base64, 44 characters: the form of checkpoints and proofs.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        CopyTo(bytes);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>Reads the base64 form.</summary>
    /// <param name="text">Standard base64 with padding; only the one canonical spelling is accepted.</param>
    /// <param name="hash">The hash, or <c>default</c> when the text is not one.</param>
    /// <returns>False when the text is not the canonical base64 of 32 bytes.</returns>
    public static bool TryParse(string text, out TreeHash hash)
    {
        hash = default;
        if (!StrictBase64.TryDecode(text, out var bytes) || bytes.Length != Length)
        {
            return false;
        }

        hash = new TreeHash(bytes);
        return true;
    }
}
