using System.Text.Json.Nodes;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Text;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Sources;

/// <summary>Puts a passage into a draft, word for word and with its citation.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Was">Number of the version that was looked at.</param>
/// <param name="Version">Number of the library's version; 0 for a past draft.</param>
/// <param name="Ordinal">Passage of that version.</param>
/// <param name="Past">A past draft, whose text is put in; null for a passage of the library.</param>
/// <param name="Into">Where it goes, at the end.</param>
public sealed record PutInSource(Guid Draft, int Was, uint Version, int Ordinal, Guid? Past, PartRole Into);

internal sealed class PutInSourceHandler(DraftChanges changes, LibrarySearch search, TimeProvider time)
{
    /// <summary>Saves a version with the passage. The draft becomes as secret as what was put into it; what its section may not read does not go in.</summary>
    internal Task<Result<DraftCard>> HandleAsync(PutInSource request, Principal who, Actor by, CancellationToken cancel) => changes.RunAsync(
        request.Draft,
        new DraftChange(
            DraftActions.SourcePutIn,
            (person, card) => card.MayBeWrittenBy(person),
            [DraftState.Writing, DraftState.Returned, DraftState.Approved],
            async (work, card, stop) =>
            {
                if (card.Version != request.Was)
                {
                    return DraftProblems.ChangedMeanwhile.With($"今の版: 第{card.Version}版");
                }

                var known = await DraftSource.OfAsync(work, card.Id, stop);
                if (!(await FindAsync(work, card, request, known.Count + 1, who, stop)).TryGet(out var found, out var problem))
                {
                    return problem;
                }

                var (source, label) = found;
                var old = (await DraftRows.VersionAsync(work, card.Id, card.Version, stop))!; // every draft has its newest version
                var part = old.Text[request.Into];
                var text = old.Text.With(
                    request.Into, [.. part, .. part.Length > 0 ? [new DraftSpan("\n", SpanOrigin.Template)] : Array.Empty<DraftSpan>(), new DraftSpan(source.Quote, SpanOrigin.Source, $"{source.Number}")]);
                await DraftSource.AddAsync(work, card.Id, source, who.UserId, time.GetUtcNow(), stop);
                await DraftWriting.SaveAsync(work, card, old with { Text = text, Number = card.Version + 1, At = time.GetUtcNow(), By = who.UserId }, stop);
                var raised = label > card.Label ? label : card.Label;
                await work.ExecuteAsync("UPDATE draft SET label = @label WHERE id = @id", new { id = DraftRows.Key(card.Id), label = (long)raised }, stop);
                if (card.State == DraftState.Approved)
                {
                    await DraftWriting.SetStateAsync(work, card, DraftState.Writing, stop);
                }

                return new JsonObject
                {
                    ["version"] = card.Version + 1, ["document"] = source.Version > 0 ? source.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) : DraftRows.Key(source.Past!.Value), ["place"] = source.Ordinal, ["label"] = raised.ToName(),
                };
            }),
        who,
        by,
        cancel);

    private async Task<Result<Found>> FindAsync(Session session, DraftCard card, PutInSource request, int number, Principal who, CancellationToken cancel)
    {
        if (request.Past is { } id)
        {
            if (await DraftRows.FindAsync(session, id, cancel) is not { } past || !past.MayBeReadBy(who) || past.Id == card.Id)
            {
                return DraftProblems.NoSuchDraft;
            }

            var words = (await DraftRows.VersionAsync(session, id, past.Version, cancel))!.Text.Words(PartRole.Body);
            return past.Section != card.Section ? DraftProblems.SourceOfOthers : words.Length == 0 ? DraftProblems.NoSuchPassage : new Found(new DraftSource(number, 0, 0, id, past.Title, "", words), past.Label);
        }

        if (await search.PassageAsync(LibraryReader.Of(who), request.Version, request.Ordinal, cancel) is not { } passage)
        {
            return DraftProblems.NoSuchPassage;
        }

        var rights = passage.Version;
        return rights.Label > Label.Internal && rights.Section != card.Section && !rights.Readers.Contains(card.Section)
            ? DraftProblems.SourceOfOthers
            : new Found(new DraftSource(number, request.Version, request.Ordinal, null, passage.Title, passage.From.ToKey(), passage.Text), rights.Label);
    }

    private sealed record Found(DraftSource Source, Label Label);
}
