using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>Plans reorganisations, does them as one act each, and takes them back.</summary>
/// <remarks>Every act runs in one transaction on what the store says then; on both engines write transactions come one after another, so that none works on a state of before another.</remarks>
internal sealed partial class ReorganiseHandler(
    Database database, ReorganisationPlanner planner, ReorganisationSteps steps, AuditTrail audit, TimeProvider time, ILogger<ReorganiseHandler> log)
{
    /// <summary>What would move. Nothing is changed.</summary>
    internal async Task<Result<ReorganisationPlan>> PlanAsync(ReorganiseSections request, Principal? chooser, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return await CheckedAsync(read, request, chooser, isItsDay: false, cancel);
    }

    /// <summary>Does it, or keeps it for its day.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="seen">Fingerprint of the plan that the person saw; empty where nobody looked.</param>
    /// <param name="chooser">Who chose documents; null for the operator of the machine.</param>
    /// <param name="by">Who acts.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    internal async Task<Result<KeptReorganisation>> DoAsync(ReorganiseSections request, string seen, Principal? chooser, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        if (!(await CheckedAsync(work, request, chooser, isItsDay: false, cancel)).TryGet(out var plan, out var problem))
        {
            return problem;
        }

        if (seen.Length > 0 && seen != plan.Fingerprint)
        {
            return ReorganiseProblems.PlanChanged;
        }

        var now = time.GetUtcNow().ToStore();
        var waits = plan.Request.Day > time.Today();
        var number = await ReorganisationStore.AddAsync(work, plan.Request, waits ? "waiting" : "done", now, by, cancel);
        if (waits)
        {
            await audit.AppendAsync(work, by, LibraryActions.ReorganisationPlanned, Facts(number, plan), cancel);
        }
        else
        {
            await ApplyAsync(work, number, plan, by, cancel);
        }

        var kept = (await ReorganisationStore.FindAsync(work, number, cancel))!;
        await work.CommitAsync(cancel);
        return kept;
    }

    /// <summary>Takes one back that was done, or cancels one that waits.</summary>
    internal async Task<Result<KeptReorganisation>> UndoAsync(long number, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        if (await ReorganisationStore.FindAsync(work, number, cancel) is not { } kept)
        {
            return ReorganiseProblems.Unknown.With($"{number}");
        }

        if (kept.State is not ("done" or "waiting"))
        {
            return ReorganiseProblems.NotDone.With($"{number}");
        }

        var items = await ReorganisationStore.ItemsAsync(work, number, cancel);
        if (await steps.DependantAsync(work, items, cancel) is { } dependant)
        {
            return ReorganiseProblems.DependedOn.With(dependant);
        }

        if (await IsImportingAsync(work, [.. items.Where(i => i.Kind == "section" && i.Was.Length == 0).Select(i => i.Id)], cancel))
        {
            return ReorganiseProblems.ImportRunning; // into a section that would be no more
        }

        await LibraryGeneration.BumpAsync(work, cancel);
        await ReorganisationSteps.UndoAsync(work, items, cancel);
        var state = kept.State == "done" ? "undone" : "cancelled";
        await ReorganisationStore.EndAsync(work, number, state, "", time.GetUtcNow().ToStore(), by, cancel);
        await audit.AppendAsync(work, by, state == "undone" ? LibraryActions.ReorganisationUndone : LibraryActions.ReorganisationCancelled, new JsonObject { ["reorganisation"] = number }, cancel);
        await work.CommitAsync(cancel);
        return kept with { State = state };
    }

    /// <summary>Does those whose day has come. One that can no longer be done is kept with the reason, and stops no other.</summary>
    /// <returns>How many were done.</returns>
    internal async Task<int> DoDueAsync(CancellationToken cancel)
    {
        var today = time.Today();
        IReadOnlyList<KeptReorganisation> due;
        await using (var read = await database.ReadAsync(cancel))
        {
            due = [.. (await ReorganisationStore.ListAsync(read, cancel)).Where(r => r.State == "waiting" && r.Request.Day <= today).OrderBy(r => r.Request.Day).ThenBy(r => r.Number)];
        }

        var done = 0;
        foreach (var waiting in due)
        {
            try
            {
                done += await DoOneAsync(waiting.Number, cancel) ? 1 : 0;
            }
            catch (Exception e) when (e is not OperationCanceledException && StorageProblems.From(e) is null)
            {
                LogFailed(log, waiting.Number, e); // it stays waiting, and the others are done
            }
        }

        return done;
    }

    private async Task<bool> DoOneAsync(long number, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        if (await ReorganisationStore.FindAsync(work, number, cancel) is not { State: "waiting" } kept)
        {
            return false; // it was done meanwhile, or cancelled
        }

        var by = Actor.System(Actor.NewRequestId());
        if ((await CheckedAsync(work, await ReorganisationSteps.StillThereAsync(work, kept.Request, cancel), null, isItsDay: true, cancel)).TryGet(out var plan, out var problem))
        {
            await ReorganisationStore.SetDoneAsync(work, number, time.GetUtcNow().ToStore(), cancel);
            await ApplyAsync(work, number, plan, by, cancel);
        }
        else if (problem.Name == ReorganiseProblems.ImportRunning.Name)
        {
            return false; // the next look comes soon
        }
        else
        {
            await ReorganisationStore.EndAsync(work, number, "refused", problem.ToString(), time.GetUtcNow().ToStore(), by, cancel);
            await audit.AppendAsync(work, by, LibraryActions.ReorganisationRefused, new JsonObject { ["reorganisation"] = number, ["problem"] = problem.Name }, cancel);
        }

        await work.CommitAsync(cancel);
        return plan is not null;
    }

    [LoggerMessage(LogLevel.Error, "Reorganisation {Number} failed on its day")]
    private static partial void LogFailed(ILogger log, long number, Exception e);

    private async Task ApplyAsync(UnitOfWork work, long number, ReorganisationPlan plan, Actor by, CancellationToken cancel)
    {
        await LibraryGeneration.BumpAsync(work, cancel);
        await ReorganisationSteps.DoAsync(work, plan.Items, cancel);
        await ReorganisationStore.AddItemsAsync(work, number, plan.Items, cancel);
        await audit.AppendAsync(work, by, LibraryActions.Reorganised, Facts(number, plan), cancel);
    }

    private async Task<Result<ReorganisationPlan>> CheckedAsync(Session session, ReorganiseSections request, Principal? chooser, bool isItsDay, CancellationToken cancel)
    {
        if (!(await planner.PlanAsync(session, request, chooser, cancel)).TryGet(out var plan, out var problem))
        {
            return problem;
        }

        var touched = plan.Request.From.Append(plan.Request.Into).Where(c => c.Length > 0).ToHashSet();
        var waiting = isItsDay ? null : (await ReorganisationStore.ListAsync(session, cancel)).FirstOrDefault(r => r.State == "waiting" && r.Request.From.Append(r.Request.Into).Any(touched.Contains));
        return waiting is not null ? ReorganiseProblems.AlreadyPlanned.With($"{waiting.Number}番、{waiting.Request.Day.ToPeople()}施行")
            : plan.Request.Kind != ReorganisationKind.Rename && plan.Request.Day <= time.Today() && await IsImportingAsync(session, plan.Request.From, cancel) ? ReorganiseProblems.ImportRunning
            : plan;
    }

    // A file that comes in after the move would be filed for a section that is closed.
    private static async Task<bool> IsImportingAsync(Session session, IReadOnlyList<string> sections, CancellationToken cancel) =>
        (await session.QueryAsync<string>("SELECT input FROM job WHERE kind = @kind AND state IN ('waiting', 'running')", new { kind = ImportJob.Kind }, cancel))
        .Any(input => JsonSerializer.Deserialize<ImportInput>(input)!.Items.Any(i => sections.Contains(i.Section)));

    private static JsonObject Facts(long number, ReorganisationPlan plan) => new()
    {
        ["reorganisation"] = number,
        ["kind"] = plan.Request.Kind.ToKey(),
        ["sections"] = new JsonArray([.. plan.Request.From.Select(c => JsonValue.Create(c))]),
        ["into"] = plan.Request.Into,
        ["from"] = plan.Request.Day.ToStore(),
        ["documents"] = plan.Documents,
        ["people"] = plan.People,
    };
}
