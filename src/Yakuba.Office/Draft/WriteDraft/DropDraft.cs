using System.Text.Json.Nodes;
using Yakuba.Office.Draft.Store;
using Yakuba.Platform;

namespace Yakuba.Office.Draft.WriteDraft;

/// <summary>Gives a draft up. It stays readable.</summary>
internal sealed class DropDraftHandler(DraftChanges changes)
{
    /// <summary>Gives it up and records it.</summary>
    internal Task<Result<DraftCard>> HandleAsync(Guid draft, Principal who, Actor by, CancellationToken cancel) => changes.RunAsync(
        draft,
        new DraftChange(
            DraftActions.Dropped,
            (person, card) => card.MayBeWrittenBy(person),
            [DraftState.Writing, DraftState.Returned, DraftState.Approved],
            async (work, card, stop) =>
            {
                await DraftWriting.SetStateAsync(work, card, DraftState.Dropped, stop);
                return new JsonObject { ["was"] = card.State.ToKey() };
            }),
        who,
        by,
        cancel);
}
