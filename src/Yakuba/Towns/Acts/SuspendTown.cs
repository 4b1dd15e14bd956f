using System.Text.Json.Nodes;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Towns.Acts;

/// <summary>A town that was suspended.</summary>
/// <param name="Town">As it stands now.</param>
/// <param name="Unrecorded">Why its own record does not say so: a town whose store is broken can be suspended all the same. Null when it does.</param>
internal sealed record SuspendedTown(TownEntry Town, Problem? Unrecorded);

/// <summary>Shuts a town's door: nobody gets in, who is inside has a few seconds to end, and nothing is lost.</summary>
internal static class SuspendTownHandler
{
    internal static Task<Result<SuspendedTown>> HandleAsync(Installation installation, string code, string reason, Actor by, CancellationToken cancel) => installation.AloneAsync(async () =>
    {
        reason = reason.Trim();
        if (installation.File.Find(code) is not { } entry)
        {
            return TownProblems.Unknown.With(code);
        }

        if (entry.State != TownState.Open)
        {
            return (entry.State == TownState.Suspended ? TownProblems.NotOpen : TownProblems.Unfinished).With(code);
        }

        if (reason.Length is 0 or > 400)
        {
            return TownProblems.ReasonMissing;
        }

        entry = entry with { State = TownState.Suspended, Reason = reason, ChangedAt = installation.Time.GetUtcNow().ToStore() };
        if (await installation.NoteAsync(TownActions.Suspended, code, new JsonObject { ["reason"] = reason }) is { } unnoted)
        {
            return unnoted;
        }

        installation.Keep(installation.File.With(entry));
        await installation.Live(code).ShutAsync(TownProblems.Suspended);

        // When it is shut everywhere: another node sees the list change, and lets the town go.
        var recorded = await installation.InTownAsync<Done>(entry, async town =>
        {
            await TownRecord.NoteAsync(town, TownActions.Suspended, by, new JsonObject { ["reason"] = reason }, CancellationToken.None);
            return Done.Instance;
        }, CancellationToken.None); // it is suspended by now: its record must say so, whoever waits for the words
        return (Result<SuspendedTown>)new SuspendedTown(entry, recorded.Problem);
    }, cancel);
}

/// <summary>Opens the door again.</summary>
internal static class ResumeTownHandler
{
    internal static Task<Result<TownEntry>> HandleAsync(Installation installation, string code, Actor by, CancellationToken cancel) => installation.AloneAsync(async () =>
    {
        if (installation.File.Find(code) is not { } entry)
        {
            return TownProblems.Unknown.With(code);
        }

        if (entry.State != TownState.Suspended)
        {
            return entry.State == TownState.Open ? (Result<TownEntry>)entry : TownProblems.Unfinished.With(code);
        }

        var recorded = await installation.InTownAsync<Done>(entry, async town =>
        {
            await TownRecord.NoteAsync(town, TownActions.Resumed, by, [], cancel);
            return Done.Instance;
        }, cancel);
        if (recorded.Problem is { } problem)
        {
            return problem;
        }

        entry = entry with { State = TownState.Open, Reason = "", ChangedAt = installation.Time.GetUtcNow().ToStore() };
        if (await installation.NoteAsync(TownActions.Resumed, code) is { } unnoted)
        {
            return unnoted;
        }

        installation.Live(code).Reopen();
        installation.Keep(installation.File.With(entry));
        return (Result<TownEntry>)entry;
    }, cancel);
}
