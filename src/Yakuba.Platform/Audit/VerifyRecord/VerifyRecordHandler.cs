using Yakuba.Ledger;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Frame;

namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>Hashes every entry and every text beside it anew, builds the tree anew, and compares with what is stored and with what was signed.</summary>
public sealed class VerifyRecordHandler(Database database, RecordKeeper keeper, TimeProvider time)
{
    /// <inheritdoc cref="RunAsync(Action{long, long}, EarlierHead?, CancellationToken)"/>
    public Task<RecordVerdict> RunAsync(Action<long, long> progress, CancellationToken cancel) => RunAsync(progress, null, cancel);

    /// <summary>Verifies the whole record and the texts beside it.</summary>
    /// <param name="progress">Told of entries read and entries in all.</param>
    /// <param name="against">A head that somebody kept, which the record must still begin with; null for none.</param>
    /// <param name="cancel">Stops; what is known of the record stays as it was.</param>
    public async Task<RecordVerdict> RunAsync(Action<long, long> progress, EarlierHead? against, CancellationToken cancel)
    {
        var (found, remarks) = (new Findings(), new Findings());
        var (last, fault) = await keeper.CheckFilesAsync(cancel); // before the snapshot: what is signed meanwhile is in it
        if (fault.Length > 0)
        {
            found.Add(null, $"署名の鍵または署名済みの控えに異常があります: {fault}");
        }

        await using var read = await database.ReadAsync(cancel);
        var all = await read.CountAsync("SELECT count(*) FROM audit_entry", cancel: cancel);
        var heads = new HeadCheck(last, against, found);
        var entries = new EntryCheck(found, remarks, time.GetUtcNow());
        var hashes = await HashCheck.LoadAsync(read, found, cancel);
        var keys = await KeyCheck.LoadAsync(read, found, cancel);
        var bodies = new BodyCheck(read, found);
        var tree = new CompactTree();
        heads.Check(tree);
        await foreach (var page in RecordReading.PagesAsync(read, cancel))
        {
            var readable = new List<(long Index, LedgerEntry Entry)>();
            foreach (var stored in page)
            {
                if (entries.TryCheck(stored, tree.Size, out var entry))
                {
                    readable.Add((stored.Index, entry));
                }

                var completed = new List<CompletedHash>();
                tree.Append(MerkleTree.LeafHash(stored.Entry), completed);
                hashes.Check(completed);
                heads.Check(tree);
                keys.Check(tree, entry);
            }

            await bodies.CheckAsync(readable, cancel);
            progress(tree.Size, all);
        }

        heads.Finish(tree, await StoredTreeAsync(read, cancel)); // first: it names the entry from which on the record is missing
        hashes.Finish();
        await bodies.FinishAsync(cancel);
        var verdict = new RecordVerdict(tree.Size, tree.Root().ToString(), found.First, found.Lines) { Remarks = remarks.Lines, FirstRemark = remarks.First };
        keeper.Note(verdict.IsWhole ? RecordState.Verified : RecordState.Damaged, [.. verdict.Findings, .. verdict.Remarks]);
        return verdict;
    }

    /// <returns>Null when what is stored is no tree.</returns>
    private static async Task<CompactTree?> StoredTreeAsync(Session read, CancellationToken cancel)
    {
        try
        {
            return await RecordTree.LoadAsync(read, cancel);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
