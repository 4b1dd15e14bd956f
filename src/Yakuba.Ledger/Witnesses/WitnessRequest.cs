using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Yakuba.Ledger;

/// <summary>What a log hands to a witness: its newest head, and the proof that it extends the one that the witness knows (the body of C2SP tlog-witness add-checkpoint, as a file).</summary>
/// <param name="OldSize">Entries under the head that the witness knows; 0 for none.</param>
/// <param name="Proof">Consistency proof from that head; at most 63.</param>
/// <param name="Note">The signed checkpoint, verbatim.</param>
public sealed record WitnessRequest(long OldSize, IReadOnlyList<TreeHash> Proof, ReadOnlyMemory<byte> Note)
{
    private const int MaxHashes = 63;
    private const int MaxBytes = 1_100_000;

    /// <summary>Makes the request for a head.</summary>
    /// <param name="nodes">The log's stored hashes.</param>
    /// <param name="oldSize">Entries under the head that the witness knows; 0 for none; at most <paramref name="size"/>.</param>
    /// <param name="size">Entries under the new head.</param>
    /// <param name="note">The signed checkpoint.</param>
    public static WitnessRequest Of(NodeSource nodes, long oldSize, long size, ReadOnlyMemory<byte> note) =>
        new(oldSize, oldSize == 0 ? [] : MerkleTree.ConsistencyProof(nodes, oldSize, size), note);

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"old {OldSize}\n");
        foreach (var hash in Proof)
        {
            text.Append(hash).Append('\n');
        }

        return [.. Encoding.UTF8.GetBytes(text.Append('\n').ToString()), .. Note.Span];
    }

    /// <summary>Reads a file. Says nothing about its truth; see <see cref="Witness"/>.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="request">The request, or null.</param>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out WitnessRequest? request)
    {
        request = null;
        var split = bytes.IndexOf("\n\n"u8);
        if (split < 0 || bytes.Length > MaxBytes || !System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return false;
        }

        var lines = Encoding.UTF8.GetString(bytes[..split]).Split('\n');
        if (!lines[0].StartsWith("old ", StringComparison.Ordinal) || !DecimalNumber.TryParse(lines[0][4..], out var old) || lines.Length > MaxHashes + 1)
        {
            return false;
        }

        var proof = new List<TreeHash>();
        foreach (var line in lines.Skip(1))
        {
            if (!TreeHash.TryParse(line, out var hash))
            {
                return false;
            }

            proof.Add(hash);
        }

        request = new WitnessRequest(old, proof, bytes[(split + 2)..].ToArray());
        return true;
    }
}
