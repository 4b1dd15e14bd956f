using System.Text.Json.Nodes;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.RemoveTexts;

/// <summary>What happens when a removal has been decided on: the texts go from every room and from the record, and an entry says so.</summary>
internal static class Removing
{
    internal static async Task<Removal> RunAsync(UnitOfWork work, Removal removal, IEnumerable<TextEraser> erasers, AuditTrail audit, Actor by, CancellationToken cancel)
    {
        foreach (var eraser in erasers)
        {
            await eraser.Run(work, removal.Texts, cancel); // first: they may look for the text they have to find
        }

        var bodies = await RemovalRows.EraseAsync(work, removal, cancel);
        var facts = new JsonObject
        {
            ["removal"] = removal.Number, ["bodies"] = bodies, ["reason"] = removal.Reason, ["asked-by"] = removal.AskedBy,
            ["list-of-bodies-sha256"] = RemovedList.Sha256(await RemovedList.OfAsync(work, removal.Number, cancel)),
            [removal.IsDisposal ? "through" : "entries"] = removal.IsDisposal ? (JsonNode)removal.Through : removal.Entries,
        };
        return removal with { Bodies = bodies, Entry = await audit.AppendAsync(work, by, removal.IsDisposal ? RecordActions.Disposed : RecordActions.Erased, facts, cancel) };
    }
}
