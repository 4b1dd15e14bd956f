using System.Text.Json.Nodes;
using Yakuba.Office.Draft.Regulate;
using Yakuba.Office.Draft.Store;
using Yakuba.Platform;

namespace Yakuba.Office.Draft.Approve;

/// <summary>Says yes to a draft on its way, or sends it back.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Version">Number of the version that was looked at.</param>
/// <param name="IsApproved">False to send it back (差戻し).</param>
/// <param name="Remark">What is said about it; needed to send it back, at most 1,000 UTF-16 code units.</param>
public sealed record DecideDraft(Guid Draft, int Version, bool IsApproved, string Remark);

internal sealed class DecideDraftHandler(DraftChanges changes, RegulationStore regulations, TimeProvider time)
{
    private const int LongestRemark = 1_000;

    /// <summary>Decides the step that waits for this person, else one that the person may decide in another's stead. After the last yes the draft is approved.</summary>
    internal Task<Result<DraftCard>> HandleAsync(DecideDraft request, Principal who, Actor by, CancellationToken cancel) => changes.RunAsync(
        request.Draft,
        new DraftChange(
            request.IsApproved ? DraftActions.StepApproved : DraftActions.Returned,
            (_, _) => true, // whoever may read it and has a step that waits
            [DraftState.Circulating],
            async (work, card, stop) =>
            {
                var remark = request.Remark.ReplaceLineEndings("\n").Trim();
                if (remark.Length > LongestRemark || (!request.IsApproved && remark.Length == 0))
                {
                    return DraftProblems.RemarkLength;
                }

                var open = StepRows.Open(await StepRows.OfAsync(work, card.Id, stop), card.Round);
                var step = open.FirstOrDefault(s => s.Person == who.UserId) ?? open.FirstOrDefault(s => s.Deputy == who.UserId);
                if (step is null)
                {
                    return DraftProblems.NotYourTurn;
                }

                if (step.Version != request.Version)
                {
                    return DraftProblems.ChangedMeanwhile.With($"今の版: 第{step.Version}版");
                }

                if (card.Author == who.UserId && (!(await regulations.NowAsync(work, stop)).TryGet(out var regulation, out _) || !regulation.MayApproveOwn))
                {
                    return DraftProblems.OwnApproval.With(step.Post);
                }

                await StepRows.DecideAsync(work, card.Id, step, request.IsApproved ? StepState.Approved : StepState.Returned, who.UserId, remark, time.GetUtcNow(), stop);
                if (!request.IsApproved)
                {
                    await StepRows.VoidAsync(work, card.Id, stop);
                    await DraftWriting.SetStateAsync(work, card, DraftState.Returned, stop);
                }
                else if (StepRows.Open(await StepRows.OfAsync(work, card.Id, stop), card.Round).Count == 0)
                {
                    await DraftWriting.SetStateAsync(work, card, DraftState.Approved, stop);
                }

                return new JsonObject
                {
                    ["version"] = step.Version, ["round"] = step.Round, ["place"] = step.Place, ["in-stead-of"] = step.Person == who.UserId ? "" : step.Person, ["remark-length"] = remark.Length,
                };
            }),
        who,
        by,
        cancel);
}
