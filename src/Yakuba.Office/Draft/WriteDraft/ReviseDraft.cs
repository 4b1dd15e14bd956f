using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Yakuba.Office.Draft.Compose;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Templates;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.WriteDraft;

/// <summary>Changes the text of a draft.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Was">Number of the version that was looked at; another one since is a refusal.</param>
/// <param name="Parts">New words of parts; a part that is not named stays.</param>
/// <param name="Facts">Facts by name of the slot; one that is not named stays.</param>
public sealed record ReviseDraft(Guid Draft, int Was, IReadOnlyDictionary<PartRole, string> Parts, IReadOnlyDictionary<string, string> Facts);

/// <summary>Saves versions.</summary>
internal sealed class ReviseDraftHandler(DraftChanges changes, TemplateStore templates, HouseFacts house, TimeProvider time)
{
    private const int LongestTyped = 100_000; // compared before it is measured: what is far too long is not even compared

    /// <summary>Saves a version. An approved text that is changed is no longer approved.</summary>
    internal Task<Result<DraftCard>> HandleAsync(ReviseDraft request, Principal who, Actor by, CancellationToken cancel) => changes.RunAsync(
        request.Draft,
        new DraftChange(
            DraftActions.Revised,
            (person, card) => card.MayBeWrittenBy(person),
            [DraftState.Writing, DraftState.Returned, DraftState.Approved],
            async (work, card, stop) =>
            {
                if (card.Version != request.Was)
                {
                    return DraftProblems.ChangedMeanwhile.With($"今の版: 第{card.Version}版");
                }

                var old = (await DraftRows.VersionAsync(work, card.Id, card.Version, stop))!; // every draft has its newest version
                if (!(await AppliedAsync(work, card, old, request, stop)).TryGet(out var next, out var problem))
                {
                    return problem;
                }

                if (next.Text.ToJson() == old.Text.ToJson() && next.Facts.All(f => old.Facts.GetValueOrDefault(f.Key, "") == f.Value))
                {
                    return DraftProblems.NothingChanged;
                }

                await DraftWriting.SaveAsync(work, card, next with { Number = card.Version + 1, At = time.GetUtcNow(), By = who.UserId }, stop);
                if (card.State == DraftState.Approved)
                {
                    await DraftWriting.SetStateAsync(work, card, DraftState.Writing, stop);
                }

                return new JsonObject { ["version"] = card.Version + 1, ["was"] = card.State.ToKey() };
            }),
        who,
        by,
        cancel);

    /// <summary>The text and the facts as they would be saved.</summary>
    internal async Task<Result<DraftVersion>> AppliedAsync(Session session, DraftCard card, DraftVersion old, ReviseDraft request, CancellationToken cancel)
    {
        if (request.Parts.Values.Any(words => words.Length > LongestTyped))
        {
            return DraftProblems.PartLength;
        }

        if (!(await templates.FindAsync(session, card.Template, cancel)).TryGet(out var template, out var problem))
        {
            return problem;
        }

        // Facts of a slot that the template no longer has stay with the draft.
        if (request.Facts.Keys.Except(template.Template.Slots.Select(s => s.Name)).Except(old.Facts.Keys).FirstOrDefault() is { } unknown)
        {
            return DraftProblems.UnknownFact.With(unknown.Length > 60 ? "" : unknown);
        }

        var text = request.Parts.Aggregate(old.Text, (now, part) => now.With(part.Key, OriginCarrier.Carry(now[part.Key], DraftWords.Clean(part.Value))));
        var facts = old.Facts.ToImmutableDictionary().SetItems(request.Facts.Select(f => KeyValuePair.Create(f.Key, DraftWords.Clean(f.Value).Trim())));
        if (facts.Any(f => old.Facts.GetValueOrDefault(f.Key, "") != f.Value))
        {
            var known = await house.OfAsync(session, card.Section, "", cancel);
            var refilled = TemplateComposer.Refill(text, template.Template, old.Facts, facts, known);
            if (!refilled.TryGet(out text, out problem))
            {
                return problem;
            }
        }

        return text.IsTooLong ? DraftProblems.PartLength : old with { Text = text, Facts = facts };
    }
}
