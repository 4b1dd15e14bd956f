using Yakuba.Platform.Audit.RemoveTexts;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>How the record stands, for the head of the auditor's pages.</summary>
public sealed class RecordSummaryQuery(DataDirectory directory, Database database, RecordKeeper keeper, Retention retention)
{
    /// <summary>Reads it.</summary>
    public async Task<RecordSummary> ReadAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var size = await read.CountAsync("SELECT count(*) FROM audit_entry", cancel: cancel);
        var (checkpoint, _) = await keeper.LastAsync(cancel);
        var file = new FileInfo(Path.Combine(directory.Record, "checkpoint"));
        return new RecordSummary(
            keeper.State,
            size,
            checkpoint?.Origin ?? "",
            checkpoint?.Root.ToString() ?? "",
            file.Exists ? new DateTimeOffset(DateTime.SpecifyKind(file.LastWriteTimeUtc, DateTimeKind.Utc)) : null,
            keeper.CheckedAt,
            keeper.Findings,
            await read.CountAsync("SELECT count(*) FROM audit_removal WHERE state = 'waiting'", cancel: cancel) + (await retention.DueAsync(read, cancel) is null ? 0 : 1));
    }
}
