using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>Compares the hashes of full tiles, which proofs are made of, with those computed from the entries.</summary>
internal sealed class HashCheck
{
    private readonly Dictionary<(long Level, long Index), byte[]> _stored;
    private readonly Findings _found;

    private HashCheck(IEnumerable<Row> rows, Findings found)
    {
        _stored = rows.ToDictionary(r => (r.Level, r.Index), r => r.Hash);
        _found = found;
    }

    internal static async Task<HashCheck> LoadAsync(Session read, Findings found, CancellationToken cancel) => new(
        await read.QueryAsync<Row>("SELECT level AS Level, idx AS \"Index\", hash AS Hash FROM audit_hash", cancel: cancel), found); // one row for 256 entries

    internal void Check(IEnumerable<CompletedHash> completed)
    {
        foreach (var hash in completed)
        {
            var (entries, key) = (Entries(hash.TileLevel), ((long)hash.TileLevel, hash.Index));
            var agrees = _stored.Remove(key, out var stored) && stored.AsSpan().SequenceEqual(hash.Hash.ToBytes());
            if (!agrees && !_found.Covers(hash.Index * entries, entries))
            {
                _found.Add(hash.Index * entries, $"{hash.Index * entries}番から{entries}件をまとめた値が、記録から計算した値と違います。");
            }
        }
    }

    /// <summary>After the last entry: what is stored beyond the entries.</summary>
    internal void Finish()
    {
        foreach (var (level, index) in _stored.Keys.Order())
        {
            var first = level is >= 1 and <= 7 ? index * Entries((int)level) : 0;
            if (!_found.Covers(first, Entries(1)))
            {
                _found.Add(first, $"記録にない範囲（{first}番から）をまとめた値が保存されています。");
            }
        }
    }

    private static long Entries(int tileLevel) => 1L << (8 * tileLevel);

    private sealed record Row(long Level, long Index, byte[] Hash);
}
