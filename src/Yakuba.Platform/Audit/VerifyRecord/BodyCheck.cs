using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>Checks the texts beside the record: each that an entry vouches for is there and unchanged, or was erased by an act that the record names.</summary>
internal sealed class BodyCheck(Session read, Findings found)
{
    private readonly List<long> _erased = [];
    private readonly NamedErasures _named = new();

    /// <summary>Checks the bodies of some entries, which come in order.</summary>
    internal async Task CheckAsync(IReadOnlyList<(long Index, LedgerEntry Entry)> entries, CancellationToken cancel)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var rows = await read.QueryAsync<Row>(
            "SELECT idx AS \"Index\", part AS Part, bytes AS Bytes, seal_key AS SealKey, commit_key AS CommitKey FROM audit_body WHERE idx >= @first AND idx <= @last",
            new { first = entries[0].Index, last = entries[^1].Index },
            cancel);
        var bodies = rows.ToLookup(r => r.Index);
        foreach (var (index, entry) in entries)
        {
            _named.Read(entry);
            Check(index, entry, [.. bodies[index]]);
        }
    }

    /// <summary>After the last entry.</summary>
    internal async Task FinishAsync(CancellationToken cancel)
    {
        foreach (var index in _erased.Where(i => !_named.Covers(i)))
        {
            found.Add(index, $"{index}番の本文が消えていますが、消去の記録がありません。");
        }

        foreach (var index in await read.QueryAsync<long>("SELECT b.idx FROM audit_body b WHERE NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.idx = b.idx) ORDER BY b.idx LIMIT 20", cancel: cancel))
        {
            found.Add(index, $"{index}番の本文がありますが、その番号の記録がありません。");
        }
    }

    private void Check(long index, LedgerEntry entry, IReadOnlyList<Row> bodies)
    {
        if (!entry.Commitments.Keys.ToHashSet().SetEquals(bodies.Select(b => b.Part)))
        {
            found.Add(index, $"{index}番の記録の本文の数が、記録の内容と違います。");
            return;
        }

        foreach (var body in bodies)
        {
            if (body.Bytes.Length == 0 && body.SealKey.Length == 0 && body.CommitKey.Length == 0)
            {
                _erased.Add(index);
            }
            else if (!AuditBodies.Matches(entry, index, body.Part, body.Bytes, body.SealKey, body.CommitKey))
            {
                found.Add(index, $"{index}番の記録の本文（{body.Part}）が書き換えられています。");
            }
        }
    }

    private sealed record Row(long Index, string Part, byte[] Bytes, byte[] SealKey, byte[] CommitKey);
}
