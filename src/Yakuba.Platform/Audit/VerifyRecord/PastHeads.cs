using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>Whether the record still holds all that was once signed of it, as somebody else kept it.</summary>
public sealed class PastHeads(Database database)
{
    /// <summary>Compares each head with the record as it stands.</summary>
    /// <param name="notes">Signed checkpoints, as bytes.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>What is wrong with the first that does not fit, in Japanese; empty when all do.</returns>
    public async Task<string> FaultAsync(IEnumerable<byte[]> notes, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var (chain, fault) = await RecordKeys.FollowAsync(read, cancel);
        if (chain is null)
        {
            return fault.Length > 0 ? fault : "署名した鍵が、記録にありません。";
        }

        var size = (await RecordTree.LoadAsync(read, cancel)).Size;
        var nodes = RecordTree.Nodes(read, cancel);
        foreach (var note in notes)
        {
            if (!chain.TryOpen(note, out var head, out fault))
            {
                return fault;
            }

            if (head.Size > size || MerkleTree.Root(nodes, head.Size) != head.Root)
            {
                return $"{head.Size}件の時点の控えと、いまの記録（{size}件）が合いません。";
            }
        }

        return "";
    }
}
