using Yakuba.Ledger;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Operate.AfterRestore;

/// <summary>What the record says of the time after a backup, as far as somebody still has it.</summary>
/// <param name="Entries">In order, answers left out.</param>
/// <param name="Before">Entries that the backup holds.</param>
/// <param name="UnknownFrom">From when on nobody knows what happened; empty when the record is known to its end.</param>
internal sealed record LaterEntries(IReadOnlyList<LedgerEntry> Entries, long Before, string UnknownFrom)
{
    private const string Answers = "answer-";

    /// <summary>Reads on from where a restored record ends.</summary>
    /// <param name="path">The data directory of before, or a folder that <c>yakuba audit export</c> made; empty for neither.</param>
    /// <param name="restored">The restored store, whose last entry must stand at the same place there.</param>
    /// <param name="madeAt">When the backup was made.</param>
    /// <param name="cancel">Stops.</param>
    internal static async Task<Result<LaterEntries>> ReadAsync(string path, Database restored, string madeAt, CancellationToken cancel)
    {
        await using var read = await restored.ReadAsync(cancel);
        var size = await read.CountAsync("SELECT count(*) FROM audit_entry", cancel: cancel);
        if (path.Length == 0)
        {
            return new LaterEntries([], size, madeAt);
        }

        var last = await read.SingleOrDefaultAsync<byte[]>("SELECT entry FROM audit_entry WHERE idx = @at", new { at = size - 1 }, cancel) ?? [];
        return File.Exists(Path.Combine(path, "yakuba.json")) ? await OfDirectoryAsync(path, size, last, cancel) : OfExport(path, size, last);
    }

    /// <summary>Whether there is something to read on in, before anything is restored.</summary>
    internal static Problem? Check(string path) =>
        path.Length == 0 || File.Exists(Path.Combine(path, "checkpoint")) ? null
        : !File.Exists(Path.Combine(path, "yakuba.json")) ? OperateProblems.NoLaterRecord.With(path)
        : DataDirectory.IsOwned(path) ? StorageProblems.InUse.With(path) : null;

    private static async Task<Result<LaterEntries>> OfDirectoryAsync(string path, long size, byte[] last, CancellationToken cancel)
    {
        if (!DataDescription.Read(Path.Combine(path, "yakuba.json")).TryGet(out var description, out var problem))
        {
            return problem;
        }

        await using Database before = description.IsPostgres
            ? await PostgresDatabase.OpenAsync(description.Storage, description.Schema, cancel)
            : SqliteDatabase.Open(Path.Combine(path, "yakuba.db"));
        await using var read = await before.ReadAsync(cancel);
        var there = await read.SingleOrDefaultAsync<byte[]>("SELECT entry FROM audit_entry WHERE idx = @at", new { at = size - 1 }, cancel);
        return there is null || !there.AsSpan().SequenceEqual(last)
            ? OperateProblems.OtherRecord.With(path)
            : new LaterEntries(Decode(await read.QueryAsync<byte[]>("SELECT entry FROM audit_entry WHERE idx >= @size ORDER BY idx", new { size }, cancel)), size, "");
    }

    private static Result<LaterEntries> OfExport(string path, long size, byte[] last)
    {
        if (!ExportReader.TryReadCheckpoint(path, out var head, out var fault))
        {
            return OperateProblems.NoLaterRecord.With($"{path}: {fault}");
        }

        var entries = ExportReader.Entries(path, head.Size).Skip((int)size - 1).Select(e => e.ToArray()).ToList();
        if (entries.Count == 0 || !entries[0].AsSpan().SequenceEqual(last))
        {
            return OperateProblems.OtherRecord.With(path);
        }

        // What came after the export is known to nobody.
        return new LaterEntries(Decode(entries.Skip(1)), size, LedgerEntry.TryDecode(entries[^1], out var newest) ? newest.Time.ToStore() : "");
    }

    // Only ever used to take away: an entry that cannot be read is passed over.
    private static List<LedgerEntry> Decode(IEnumerable<byte[]> entries) =>
        [.. entries.Select(bytes => LedgerEntry.TryDecode(bytes, out var entry) ? entry : null).OfType<LedgerEntry>().Where(e => !e.Action.StartsWith(Answers, StringComparison.Ordinal))];
}
