using System.Text.Json.Nodes;
using Yakuba.Office.Draft.Store;
using Yakuba.Platform;

namespace Yakuba.Office.Draft.Approve;

internal sealed class PullBackDraftHandler(DraftChanges changes)
{
    /// <summary>Takes a draft back from its way round (引戻し), to be changed. What was approved on it counts no more.</summary>
    internal Task<Result<DraftCard>> HandleAsync(Guid draft, Principal who, Actor by, CancellationToken cancel) => changes.RunAsync(
        draft,
        new DraftChange(
            DraftActions.PulledBack,
            (person, card) => card.MayBeWrittenBy(person),
            [DraftState.Circulating],
            async (work, card, stop) =>
            {
                await StepRows.VoidAsync(work, card.Id, stop);
                await DraftWriting.SetStateAsync(work, card, DraftState.Writing, stop);
                return new JsonObject { ["version"] = card.Version, ["round"] = card.Round };
            }),
        who,
        by,
        cancel);
}
