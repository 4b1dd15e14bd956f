using System.Text.Json.Nodes;
using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.ChangeKey;

/// <summary>Changes the key that signs the record: an entry names both keys, and both sign the checkpoint that ends with it.</summary>
public sealed class ChangeKeyHandler(Database database, AuditTrail audit, RecordKeeper keeper)
{
    /// <summary>Changes the key. The old private key is destroyed.</summary>
    /// <param name="reason">Why; 1 to 400 UTF-16 code units after trimming.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <returns>The new public key, to be given to those who verify.</returns>
    public async Task<Result<string>> HandleAsync(string? reason, Actor by, CancellationToken cancel) =>
        reason?.Trim() is not { Length: > 0 and <= 400 } why
            ? AuditProblems.KeyReason
            : await keeper.ExchangeKeyAsync((older, newer, signed) => HandOverAsync(older, newer, signed, why, by, cancel), cancel);

    /// <summary>The entry, and the checkpoint over it, in one transaction: there is no moment with one and without the other.</summary>
    internal async Task HandOverAsync(NoteSigner older, NoteSigner newer, CheckpointKeeper signed, string reason, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        var facts = new JsonObject { [KeyChain.OldKey] = older.Verifier.ToString(), [KeyChain.NewKey] = newer.Verifier.ToString(), ["reason"] = reason };
        await audit.AppendAsync(work, by, RecordActions.KeyChanged, facts, cancel);
        var tree = await RecordTree.LoadAsync(work, cancel);
        signed.EnsureExtends(tree, RecordTree.Nodes(work, cancel));
        var note = new Checkpoint(older.Verifier.Name, tree.Size, tree.Root()).Sign(older, newer).ToBytes();
        var known = await RecordKeys.ListAsync(work, cancel);
        await RecordKeys.AddAsync(work, new RecordKey(known.Count, newer.Verifier.ToString(), tree.Size, note), cancel);
        await work.CommitAsync(cancel);
    }
}
