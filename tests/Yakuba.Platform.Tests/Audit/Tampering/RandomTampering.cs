using Yakuba.Ledger;
using Yakuba.Ledger.Tests;

namespace Yakuba.Platform.Tests.Audit.Tampering;

/// <summary>What must be found: an index from <paramref name="Low"/> to <paramref name="High"/>, or none where no entry is concerned.</summary>
internal sealed record Expected(string What, long? Low, long? High)
{
    internal static Expected At(string what, long index) => new(what, index, index);

    internal static Expected Anywhere(string what) => new(what, null, null);

    internal void Check(bool isWhole, long? first) =>
        Assert.True(!isWhole && (Low is null ? first is null : first >= Low && first <= High), $"{What}: whole {isWhole}, first bad {first}, expected {Low} to {High}");
}

/// <summary>Tampers with a record in one random way.</summary>
internal sealed class RandomTampering(TamperedTown town, Random random)
{
    private const int Size = TamperedTown.Size;

    /// <summary>Changes a row of the database.</summary>
    internal async Task<Expected> DatabaseAsync()
    {
        var i = random.Next(Size);
        var withBody = i - (i % 3);
        switch (random.Next(17))
        {
            case 0: return await FlipAsync("audit_entry", "entry", $"idx = {i}", i);
            case 1: return await FlipAsync("audit_entry", "leaf", $"idx = {i}", i);
            case 2: return await DoAsync("an entry deleted", $"DELETE FROM audit_entry WHERE idx = {i}", i);
            case 3: return await DoAsync("an entry moved away", $"UPDATE audit_entry SET idx = idx + {Size} WHERE idx = {i}", i);
            case 4: return await DoAsync("the last entries deleted", $"DELETE FROM audit_entry WHERE idx >= {i}", i);
            case 5: return await DoAsync("a time in the lists", $"UPDATE audit_entry SET at = '2020-01-01T00:00:00.000Z' WHERE idx = {i}", i);
            case 6: return await DoAsync("a name in the lists", $"UPDATE audit_entry SET {Pick("actor", "action", "request")} = 'x' WHERE idx = {i}", i);
            case 7: return await ReplaceAsync(i);
            case 8: return await FlipAsync("audit_body", Pick("bytes", "seal_key", "commit_key"), $"idx = {withBody} AND part = '{Pick("question", "answer")}'", withBody);
            case 9: return await DoAsync("a text deleted", $"DELETE FROM audit_body WHERE idx = {withBody} AND part = 'answer'", withBody);
            case 10: return await DoAsync("a text erased without an entry", $"UPDATE audit_body SET bytes = x'', seal_key = x'', commit_key = x'' WHERE idx = {withBody}", withBody);
            case 11: return await DoAsync("question and answer exchanged", $"UPDATE audit_body SET part = CASE part WHEN 'answer' THEN 'zz' ELSE 'answer' END WHERE idx = {withBody}", withBody);
            case 12: return await FlipAsync("audit_hash", "hash", $"idx = {i / 512}", i / 512 * 256);
            case 13: return await DoAsync("a tile's hash deleted", $"DELETE FROM audit_hash WHERE idx = {i / 512}", i / 512 * 256);
            case 14: return await DoAsync("a hash that no entries have", $"INSERT INTO audit_hash (level, idx, hash) VALUES (1, {2 + i}, zeroblob(32))", (2 + i) * 256);
            case 15: return await DoAsync("a text without an entry", $"INSERT INTO audit_body (idx, part, bytes, seal_key, commit_key) VALUES ({Size + i}, 'answer', x'01', x'02', x'03')", Size + i);
            default: return await FlipEdgeAsync();
        }
    }

    /// <summary>Changes a file beside the database: key, name or head.</summary>
    internal Task<Expected> FileAsync()
    {
        var (file, bytes) = Pick([.. town.Files.Where(f => !f.Key.StartsWith(town.Export, StringComparison.Ordinal))]);
        switch (random.Next(4))
        {
            case 0: File.Delete(file); break;
            case 1:
                // A key without its last byte, a line feed, is whole still, and rightly taken.
                File.WriteAllBytes(file, bytes[..random.Next(bytes.Length - (file.EndsWith(".key", StringComparison.Ordinal) ? 1 : 0))]);
                break;
            case 2 when file.EndsWith(".key", StringComparison.Ordinal):
                File.Delete(file);
                SigningKeyFile.Create(file, town.Key.Name).Dispose(); // somebody else's key under the same name
                break;
            default: File.WriteAllBytes(file, Flipped(bytes, random.Next(bytes.Length * 8))); break;
        }

        return Task.FromResult(Expected.Anywhere(file));
    }

    /// <summary>Changes a file of the export: a bundle, a tile or the checkpoint.</summary>
    internal Expected ExportFile()
    {
        var (file, bytes) = Pick([.. town.Files.Where(f => f.Key.StartsWith(town.Export, StringComparison.Ordinal))]);
        var path = Path.GetRelativePath(town.Export, file);
        var bit = random.Next(bytes.Length * 8);
        var first = ExportDamage.FirstIndex(path, bytes, bit / 8);
        if (random.Next(3) > 0)
        {
            File.WriteAllBytes(file, Flipped(bytes, bit));
            return new Expected($"{path} bit {bit}", first, first);
        }

        File.WriteAllBytes(file, bytes[..(bit / 8)]);
        return new Expected($"{path} cut at {bit / 8}", first is null ? null : 0, first);
    }

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var changed = (byte[])bytes.Clone();
        changed[bit / 8] ^= (byte)(1 << (bit % 8));
        return changed;
    }

    private async Task<Expected> DoAsync(string what, string sql, long index)
    {
        await town.RunAsync(sql);
        return Expected.At($"{what}: {sql}", index);
    }

    private async Task<Expected> FlipAsync(string table, string column, string where, long index)
    {
        var bytes = await town.CellAsync(table, column, where);
        var bit = random.Next(bytes.Length * 8);
        await town.RunAsync($"UPDATE {table} SET {column} = @bytes WHERE {where}", new { bytes = Flipped(bytes, bit) });
        return Expected.At($"{table}.{column} where {where}, bit {bit}", index);
    }

    /// <summary>An entry together with its hash: told by the hash of its tile, the tree's edge, or its texts.</summary>
    private async Task<Expected> ReplaceAsync(int i)
    {
        Assert.True(LedgerEntry.TryDecode(await town.CellAsync("audit_entry", "entry", $"idx = {i}"), out var entry));
        var other = (entry with { Facts = new Dictionary<string, string> { ["number"] = "別" } }).Encode();
        await town.RunAsync($"UPDATE audit_entry SET entry = @other, leaf = @leaf WHERE idx = {i}", new { other, leaf = MerkleTree.LeafHash(other).ToBytes() });
        return new Expected($"entry {i} replaced with its hash", i < 512 ? i / 256 * 256 : 512, i);
    }

    private async Task<Expected> FlipEdgeAsync()
    {
        var edge = await town.CellAsync("audit_tree", "edge", "id = 1");
        var bit = random.Next(edge.Length * 8);
        await town.RunAsync("UPDATE audit_tree SET edge = @edge", new { edge = Flipped(edge, bit) });
        return new Expected($"edge bit {bit}", 0, Size);
    }

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
