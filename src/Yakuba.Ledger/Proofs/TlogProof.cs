using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Yakuba.Ledger;

/// <summary>A text file that shows that one entry is in the log (C2SP tlog-proof v1), to be handed to an auditor or a court.</summary>
/// <param name="Index">Place of the entry, from 0.</param>
/// <param name="Hashes">Inclusion proof, from the leaf's sibling upwards; at most 63.</param>
/// <param name="SignedCheckpoint">The signed note, verbatim.</param>
/// <param name="Extra">Here the entry itself, so that the file stands alone; the proof authenticates it. Null when left out.</param>
public sealed record TlogProof(long Index, IReadOnlyList<TreeHash> Hashes, ReadOnlyMemory<byte> SignedCheckpoint, ReadOnlyMemory<byte>? Extra)
{
    /// <summary>File name ending of proofs.</summary>
    public const string FileExtension = ".tlog-proof";

    private const string Header = "c2sp.org/tlog-proof@v1";
    private const string ExtraWord = "extra ";
    private const string IndexWord = "index ";
    private const int MaxHashes = 63;
    private const int MaxBytes = 1_200_000;

    /// <summary>Makes the proof of an entry under a signed checkpoint.</summary>
    /// <param name="nodes">The log's stored hashes.</param>
    /// <param name="index">Place of the entry; below the size of the checkpoint.</param>
    /// <param name="size">Size of the checkpoint.</param>
    /// <param name="signedCheckpoint">Its signed note.</param>
    /// <param name="entry">The entry's stored bytes.</param>
    public static TlogProof Of(NodeSource nodes, long index, long size, ReadOnlyMemory<byte> signedCheckpoint, ReadOnlyMemory<byte> entry) =>
        new(index, MerkleTree.InclusionProof(nodes, index, size), signedCheckpoint, entry);

    /// <summary>The file, UTF-8.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder().Append(Header).Append('\n');
        if (Extra is { } extra)
        {
            text.Append(ExtraWord).Append(Convert.ToBase64String(extra.Span)).Append('\n');
        }

        text.Append(IndexWord).Append(Index.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var hash in Hashes)
        {
            text.Append(hash).Append('\n');
        }

        return [.. Encoding.UTF8.GetBytes(text.Append('\n').ToString()), .. SignedCheckpoint.Span];
    }

    /// <summary>Checks that an entry is in the log, from the file and the log's key alone.</summary>
    /// <param name="entry">The entry's bytes, for instance from <see cref="Extra"/>.</param>
    /// <param name="key">The log's key.</param>
    /// <param name="checkpoint">The checkpoint that the entry is under, or null.</param>
    /// <param name="fault">What is wrong, in Japanese; empty when the proof holds.</param>
    public bool Verify(ReadOnlySpan<byte> entry, NoteVerifier key, [NotNullWhen(true)] out Checkpoint? checkpoint, out string fault)
    {
        if (!Checkpoint.TryOpen(SignedCheckpoint.Span, key, out checkpoint, out fault))
        {
            return false;
        }

        if (MerkleProof.VerifyInclusion(MerkleTree.LeafHash(entry), Index, checkpoint.Size, Hashes, checkpoint.Root))
        {
            return true;
        }

        (checkpoint, fault) = (null, "記録と証明が合いません。記録、番号、証明のハッシュのどれかが書き換えられています。");
        return false;
    }

    /// <summary>Reads a file. Says nothing about its truth; see <see cref="Verify"/>.</summary>
    /// <param name="bytes">The file, at most 1,200,000 bytes.</param>
    /// <param name="proof">The proof, or null.</param>
    /// <param name="fault">What is wrong, in Japanese; empty when nothing is.</param>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out TlogProof? proof, out string fault)
    {
        (proof, fault) = (null, "証明ファイルの形が違います（tlog-proof v1）。");
        var split = bytes.IndexOf("\n\n"u8);
        if (split < 0 || bytes.Length > MaxBytes || !System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return false;
        }

        var lines = new Queue<string>(Encoding.UTF8.GetString(bytes[..split]).Split('\n'));
        if (lines.Dequeue() != Header || !TryTakeExtra(lines, out var extra) || !TryTakeIndex(lines, out var index))
        {
            return false;
        }

        var hashes = new List<TreeHash>();
        foreach (var line in lines)
        {
            if (hashes.Count == MaxHashes || !TreeHash.TryParse(line, out var hash))
            {
                return false;
            }

            hashes.Add(hash);
        }

        (proof, fault) = (new TlogProof(index, hashes, bytes[(split + 2)..].ToArray(), extra), "");
        return true;
    }

    private static bool TryTakeExtra(Queue<string> lines, out ReadOnlyMemory<byte>? extra)
    {
        extra = null;
        if (!lines.TryPeek(out var line) || !line.StartsWith(ExtraWord, StringComparison.Ordinal))
        {
            return true;
        }

        if (!StrictBase64.TryDecode(lines.Dequeue()[ExtraWord.Length..], out var bytes))
        {
            return false;
        }

        extra = bytes;
        return true;
    }

    private static bool TryTakeIndex(Queue<string> lines, out long index)
    {
        index = 0;
        return lines.TryDequeue(out var line)
            && line.StartsWith(IndexWord, StringComparison.Ordinal)
            && DecimalNumber.TryParse(line[IndexWord.Length..], out index);
    }
}
