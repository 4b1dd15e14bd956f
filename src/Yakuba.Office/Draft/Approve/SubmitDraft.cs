using System.Text.Json.Nodes;
using Yakuba.Office.Draft.Regulate;
using Yakuba.Office.Draft.ShowDraft;
using Yakuba.Office.Draft.Store;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;

namespace Yakuba.Office.Draft.Approve;

/// <summary>Sends a draft round for approval.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Version">Number of the version that was looked at.</param>
/// <param name="Route">Name of the route in the rules.</param>
/// <param name="Consulted">Codes of the sections whose view is asked (合議).</param>
public sealed record SubmitDraft(Guid Draft, int Version, string Route, IReadOnlyList<string> Consulted);

internal sealed class SubmitDraftHandler(DraftChanges changes, RegulationStore regulations, SectionList sections, PeopleList people, TimeProvider time)
{
    /// <summary>Makes the steps of a new round and records it. Those on the route may read the draft from then on.</summary>
    internal Task<Result<DraftCard>> HandleAsync(SubmitDraft request, Principal who, Actor by, CancellationToken cancel) => changes.RunAsync(
        request.Draft,
        new DraftChange(
            DraftActions.Submitted,
            (person, card) => card.MayBeWrittenBy(person),
            [DraftState.Writing, DraftState.Returned],
            async (work, card, stop) =>
            {
                if (card.Version != request.Version)
                {
                    return DraftProblems.ChangedMeanwhile.With($"今の版: 第{card.Version}版");
                }

                var version = (await DraftRows.VersionAsync(work, card.Id, card.Version, stop))!; // every draft has its newest version
                if (DraftPageModels.MissingOf(version.Text) is { Count: > 0 } missing)
                {
                    return DraftProblems.NotFilledIn.With(string.Join("、", missing));
                }

                if (!(await regulations.NowAsync(work, stop)).TryGet(out var regulation, out var problem))
                {
                    return problem;
                }

                var planner = new RoutePlanner(regulation, await sections.ListAsync(work, stop), await people.ListAsync(work, stop), time.Today());
                if (!planner.Plan(card, request.Route, request.Consulted).TryGet(out var steps, out problem))
                {
                    return problem;
                }

                foreach (var step in steps)
                {
                    await StepRows.AddAsync(work, card.Id, step, stop);
                }

                await work.ExecuteAsync("UPDATE draft SET round = round + 1 WHERE id = @id", new { id = DraftRows.Key(card.Id) }, stop);
                await DraftWriting.SetStateAsync(work, card, DraftState.Circulating, stop);
                return new JsonObject
                {
                    ["version"] = card.Version, ["round"] = card.Round + 1, ["steps"] = steps.Count, ["people"] = string.Join(',', steps.Select(s => s.Person)), ["regulation"] = regulation.Number,
                };
            }),
        who,
        by,
        cancel);
}
