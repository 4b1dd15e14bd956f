using Yakuba.Ledger;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Frame;

namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>What a verification found.</summary>
/// <param name="Entries">Entries read.</param>
/// <param name="Root">Root hash computed from them, in base64.</param>
/// <param name="FirstBad">Index of the first bad entry; null when none is.</param>
/// <param name="Findings">What is wrong, in Japanese; empty when all is well.</param>
public sealed record RecordVerdict(long Entries, string Root, long? FirstBad, IReadOnlyList<string> Findings)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsWhole => Findings.Count == 0;
}

/// <summary>Hashes every entry anew, builds the tree anew, and compares with what is stored and with what was signed.</summary>
public sealed class VerifyRecordHandler(Database database, RecordKeeper keeper)
{
    /// <inheritdoc cref="RunAsync(Action{long, long}, EarlierHead?, CancellationToken)"/>
    public Task<RecordVerdict> RunAsync(Action<long, long> progress, CancellationToken cancel) => RunAsync(progress, null, cancel);

    /// <summary>Verifies the whole record and the texts beside it.</summary>
    /// <param name="progress">Told of entries read and entries in all.</param>
    /// <param name="against">A head that somebody kept, which the record must still begin with; null for none.</param>
    /// <param name="cancel">Stops; what is known of the record stays as it was.</param>
    public async Task<RecordVerdict> RunAsync(Action<long, long> progress, EarlierHead? against, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var all = await read.CountAsync("SELECT count(*) FROM audit_entry", cancel: cancel);
        var (last, _) = await keeper.LastAsync(cancel);
        var found = new Findings();
        var tree = new CompactTree();
        Compare(against, last, tree, found);
        await foreach (var entry in RecordReading.AllAsync(read, cancel))
        {
            CheckEntry(entry, tree.Size, found);
            tree.Append(MerkleTree.LeafHash(entry.Entry));
            if (tree.Size == last?.Size && tree.Root() != last.Root)
            {
                found.Add(null, $"{last.Size}件目までの記録が、署名済みの控えと一致しません。");
            }

            Compare(against, last, tree, found);
            if (tree.Size % 1_000 == 0)
            {
                progress(tree.Size, all);
            }
        }

        if (last is not null && last.Size > tree.Size)
        {
            found.Add(tree.Size, $"署名済みの控えには{last.Size}件ありますが、記録は{tree.Size}件しかありません。");
        }

        if (against?.Size > tree.Size)
        {
            found.Add(tree.Size, $"確認票には{against.Size}件とありますが、記録は{tree.Size}件しかありません。");
        }

        if ((await RecordTree.LoadAsync(read, cancel)).Root() != tree.Root())
        {
            found.Add(null, "記録から計算した値が、保存されている値と一致しません。");
        }

        await CheckBodiesAsync(read, found, cancel);
        var verdict = new RecordVerdict(tree.Size, tree.Root().ToString(), found.First, found.Lines);
        keeper.Note(verdict.IsWhole ? RecordState.Verified : RecordState.Damaged, verdict.Findings);
        return verdict;
    }

    private static void Compare(EarlierHead? against, Checkpoint? last, CompactTree tree, Findings found)
    {
        if (against?.Size == tree.Size && (last is null || !against.Is(new Checkpoint(last.Origin, tree.Size, tree.Root()))))
        {
            found.Add(null, $"最初の{tree.Size}件が、確認票の時点の内容と違います。確認票の写し間違いがないかも確かめてください。");
        }
    }

    private static void CheckEntry(StoredEntry entry, long expected, Findings found)
    {
        if (entry.Index != expected)
        {
            found.Add(expected, $"{expected}番の記録がありません。");
        }
        else if (!MerkleTree.LeafHash(entry.Entry).ToBytes().AsSpan().SequenceEqual(entry.Leaf))
        {
            found.Add(entry.Index, $"{entry.Index}番の記録が書き換えられています。");
        }
        else if (!LedgerEntry.TryDecode(entry.Entry, out _))
        {
            found.Add(entry.Index, $"{entry.Index}番の記録の形式が正しくありません。");
        }
    }

    private static async Task CheckBodiesAsync(Session read, Findings found, CancellationToken cancel)
    {
        var bodies = await read.QueryAsync<Body>(
            "SELECT b.idx AS \"Index\", b.part AS Part, b.bytes AS Bytes, b.seal_key AS SealKey, b.commit_key AS CommitKey, e.entry AS Entry "
            + "FROM audit_body b JOIN audit_entry e ON e.idx = b.idx ORDER BY b.idx",
            cancel: cancel);
        foreach (var body in bodies.Where(b => b.SealKey.Length > 0))
        {
            if (!LedgerEntry.TryDecode(body.Entry, out var entry) || !AuditBodies.Matches(entry, body.Index, body.Part, body.Bytes, body.SealKey, body.CommitKey))
            {
                found.Add(body.Index, $"{body.Index}番の記録の本文（{body.Part}）が書き換えられています。");
            }
        }
    }

    private sealed record Body(long Index, string Part, byte[] Bytes, byte[] SealKey, byte[] CommitKey, byte[] Entry);

    private sealed class Findings
    {
        private const int Most = 20;

        internal List<string> Lines { get; } = [];

        internal long? First { get; private set; }

        internal void Add(long? index, string line)
        {
            First = index is { } i && (First is null || i < First) ? i : First;
            if (Lines.Count < Most)
            {
                Lines.Add(line);
            }
        }
    }
}
