using System.Text.Json.Nodes;
using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit;

/// <summary>Appends to the municipality's record, in the transaction of the change that it records.</summary>
/// <param name="time">The clock.</param>
public sealed class AuditTrail(TimeProvider time)
{
    /// <summary>Appends one entry that says no more than facts.</summary>
    /// <param name="work">The change's own transaction.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="action">Stable name of what was done, in kebab-case: <c>document-published</c>. Each room lists its own.</param>
    /// <param name="facts">Ids, hashes, labels and counts; never text of documents, questions or answers, and no fractions.</param>
    /// <param name="cancel">Stops before the entry is written.</param>
    /// <returns>The entry's index in the log, from 0.</returns>
    public Task<long> AppendAsync(UnitOfWork work, Actor by, string action, JsonObject facts, CancellationToken cancel) =>
        AppendAsync(work, by, action, new AuditNote { Facts = facts }, cancel);

    /// <summary>Appends one entry. Nothing is recorded unless the unit of work is committed, and nothing is changed without its entry.</summary>
    /// <exception cref="LedgerEntryException">A value is out of the record's ranges: a bug of the caller, and nothing is changed.</exception>
    public async Task<long> AppendAsync(UnitOfWork work, Actor by, string action, AuditNote note, CancellationToken cancel)
    {
        var commitments = note.Bodies.ToDictionary(b => b.Key, b => Commitment.To(AuditNote.Bytes(b.Value)));
        var entry = new LedgerEntry
        {
            Time = time.GetUtcNow(),
            Actor = by.UserId.Length == 0 ? "anonymous" : by.UserId,
            Roles = [.. by.Roles.Select(r => r.ToKey())],
            Action = action,
            Request = by.RequestId,
            Model = note.Model,
            Prompt = note.Prompt,
            Passages = note.Passages,
            Verdicts = note.Verdicts,
            Commitments = commitments.ToDictionary(c => c.Key, c => c.Value.Value),
            Facts = note.Texts(),
        };
        var bytes = entry.Encode();
        var leaf = MerkleTree.LeafHash(bytes);
        var tree = await RecordTree.LoadAsync(work, cancel);
        var index = tree.Size;
        var completed = new List<CompletedHash>();
        tree.Append(leaf, completed);
        await work.ExecuteAsync(
            "INSERT INTO audit_entry (idx, at, actor, action, request, entry, leaf) VALUES (@index, @at, @Actor, @Action, @Request, @bytes, @leaf); " + RecordTree.KeepEdge,
            new { index, at = entry.Time.ToStore(), entry.Actor, entry.Action, entry.Request, bytes, leaf = leaf.ToBytes(), edge = tree.ToBytes() },
            cancel);
        await RecordTree.StoreAsync(work, completed, cancel);
        foreach (var (part, text) in note.Bodies)
        {
            await AuditBodies.KeepAsync(work, index, part, text, commitments[part], cancel);
        }

        return index;
    }
}
