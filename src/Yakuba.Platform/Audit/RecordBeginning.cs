using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit;

/// <summary>Whether the record in an older copy of the state is the beginning of the record of now: only then may the copy take the state's place, with the record of now in it.</summary>
public static class RecordBeginning
{
    /// <summary>What all tables of the record are called; they never go back with the rest of the state.</summary>
    public const string Tables = "audit_";

    /// <summary>True when the record of now begins with what the head was signed over.</summary>
    public static async Task<bool> HoldsAsync(Session now, Checkpoint head, CancellationToken cancel) =>
        head.Size <= (await RecordTree.LoadAsync(now, cancel)).Size && (head.Size == 0 || MerkleTree.Root(RecordTree.Nodes(now, cancel), head.Size) == head.Root);

    /// <summary>Compares by the root over the copy's entries.</summary>
    /// <returns>Entries in the copy; null when the record of now does not begin with them.</returns>
    public static async Task<long?> FindAsync(Session copy, Session now, CancellationToken cancel)
    {
        try
        {
            var (older, tree) = (await RecordTree.LoadAsync(copy, cancel), await RecordTree.LoadAsync(now, cancel));
            return older.Size <= tree.Size && (older.Size == 0 || MerkleTree.Root(RecordTree.Nodes(now, cancel), older.Size) == older.Root()) ? older.Size : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
