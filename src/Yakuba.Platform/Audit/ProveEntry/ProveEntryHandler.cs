using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.ProveEntry;

/// <summary>Makes the file that says "this entry is in the log" (tlog-proof).</summary>
public sealed class ProveEntryHandler(Database database, RecordKeeper keeper)
{
    /// <summary>Makes the proof of one entry against the newest checkpoint.</summary>
    public async Task<Result<byte[]>> RunAsync(long index, CancellationToken cancel)
    {
        if (!(await keeper.SignAsync(cancel)).TryGet(out var note, out var problem))
        {
            return problem;
        }

        var checkpoint = RecordKeeper.HeadOf(note);
        await using var read = await database.ReadAsync(cancel);
        var entry = await read.SingleOrDefaultAsync<byte[]>("SELECT entry FROM audit_entry WHERE idx = @index", new { index }, cancel);
        return entry is null || index >= checkpoint.Size
            ? AuditProblems.NoSuchEntry.With($"{index}")
            : TlogProof.Of(RecordTree.Nodes(read, cancel), index, checkpoint.Size, note, entry).ToBytes();
    }
}
