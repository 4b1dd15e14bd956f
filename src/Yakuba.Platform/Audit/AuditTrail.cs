using System.Text.Json;
using System.Text.Json.Nodes;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit;

/// <summary>Appends to the municipality's record, in the transaction of the change that it records.</summary>
/// <param name="time">The clock.</param>
public sealed class AuditTrail(TimeProvider time)
{
    /// <summary>Appends one entry. Nothing is recorded unless the unit of work is committed, and nothing is changed without its entry.</summary>
    /// <param name="work">The change's own transaction.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="action">Stable name of what was done, in kebab-case: <c>document-published</c>. Each room lists its own.</param>
    /// <param name="facts">Ids, hashes, labels and counts; never text of documents, questions or answers, and no fractions.</param>
    /// <param name="cancel">Stops before the entry is written.</param>
    /// <returns>The entry's index in the log, from 0.</returns>
    public async Task<long> AppendAsync(UnitOfWork work, Actor by, string action, JsonObject facts, CancellationToken cancel)
    {
        var index = await work.CountAsync("SELECT coalesce(max(idx) + 1, 0) FROM audit_entry", cancel: cancel);
        var at = time.GetUtcNow().ToStore();
        var entry = JsonSerializer.SerializeToUtf8Bytes(new { at, actor = by.UserId, action, request = by.RequestId, facts });
        await work.ExecuteAsync(
            "INSERT INTO audit_entry (idx, at, actor, action, request, entry) VALUES (@index, @at, @actor, @action, @request, @entry)",
            new { index, at, actor = by.UserId, action, request = by.RequestId, entry },
            cancel);
        return index;
    }
}
