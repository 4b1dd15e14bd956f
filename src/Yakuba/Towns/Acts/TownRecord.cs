using System.Text.Json.Nodes;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Towns.Acts;

/// <summary>The town's own record of what the installation's operator did with it: its auditor reads it there.</summary>
internal static class TownRecord
{
    internal static async Task NoteAsync(IServiceProvider town, string action, Actor by, JsonObject facts, CancellationToken cancel)
    {
        await using var work = await town.GetRequiredService<Database>().BeginAsync(cancel);
        await town.GetRequiredService<AuditTrail>().AppendAsync(work, by, action, facts, cancel);
        await work.CommitAsync(cancel);
    }
}
