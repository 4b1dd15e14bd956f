using Yakuba.Office.Library.Reorganise;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Exporting;

/// <summary>Reorganisations out of the store into an export, and back.</summary>
internal static class ReorganisationRows
{
    private const string TooLate = "取り込んだときには施行日を過ぎていたため、行っていません。必要なら、あらためて行ってください。";

    /// <summary>All, by number.</summary>
    internal static async Task<IReadOnlyList<ExportedReorganisation>> ReadAsync(Session session, CancellationToken cancel)
    {
        var ends = (await session.QueryAsync<EndRow>("SELECT number, done_at, ended_at, ended_by FROM reorganisation", cancel: cancel)).ToDictionary(r => r.number);
        var documents = (await session.QueryAsync<DocumentRow>("SELECT number, document_id FROM version", cancel: cancel)).ToDictionary(r => r.number, r => r.document_id);
        var all = new List<ExportedReorganisation>();
        foreach (var kept in (await ReorganisationStore.ListAsync(session, cancel)).OrderBy(r => r.Number))
        {
            var items = (await ReorganisationStore.ItemsAsync(session, kept.Number, cancel)).ToLookup(i => i.Kind);
            var asked = kept.Request;
            var end = ends[kept.Number];
            all.Add(new ExportedReorganisation(
                kept.Number,
                kept.State,
                new ExportedRequest(
                    asked.Kind.ToKey(),
                    asked.From,
                    asked.Into,
                    asked.Name,
                    asked.Kana,
                    asked.Day.ToStore(),
                    [.. asked.Documents.Select(d => documents.GetValueOrDefault(d, "")).Where(d => d.Length > 0).Distinct().Order(StringComparer.Ordinal)],
                    asked.People),
                new ExportedStep(kept.MadeAt.ToStore(), kept.MadeBy),
                [.. items["section"].Select(i => new ExportedSectionChange(State(i.Becomes)) { Was = i.Was.Length > 0 ? State(i.Was) : null })],
                [.. items["person"].Select(i => new ExportedBelonging(i.Id, ReorganisationItem.CodesOf(i.Was), ReorganisationItem.CodesOf(i.Becomes)))],
                [.. items["document"].Select(i => new ExportedMove(i.Id, Place(i.Was), Place(i.Becomes)))])
            {
                DoneAt = end.done_at.Length > 0 ? end.done_at : null,
                Ended = end.ended_at.Length > 0 ? new ExportedStep(end.ended_at, end.ended_by) : null,
                Problem = kept.Problem.Length > 0 ? kept.Problem : null,
            });
        }

        return all;
    }

    /// <summary>Puts those back that are not here. The number is kept where it is free. One that waited and whose day has come is not done behind everybody's back.</summary>
    /// <remarks>After the versions: a split that waits names documents by the numbers that they have here.</remarks>
    internal static async Task RestoreAsync(UnitOfWork work, IReadOnlyList<ExportedReorganisation> all, DateOnly today, CancellationToken cancel)
    {
        var here = (await work.QueryAsync<KeyRow>("SELECT made_at, made_by FROM reorganisation", cancel: cancel)).ToHashSet();
        foreach (var one in all.Where(r => !here.Contains(new KeyRow(r.Made.At, r.Made.By))))
        {
            var number = await work.CountAsync("SELECT count(*) FROM reorganisation WHERE number = @Number", new { one.Number }, cancel) == 0
                ? one.Number
                : await work.CountAsync("SELECT max(number) + 1 FROM reorganisation", cancel: cancel);
            var isTooLate = one.State == "waiting" && JapanTime.DateFromStore(one.Request.Day) <= today;
            await work.ExecuteAsync(
                "INSERT INTO reorganisation (number, state, day, request, made_at, made_by, done_at, ended_at, ended_by, problem) VALUES (@number, @state, @day, @request, @At, @By, @done, @endedAt, @endedBy, @problem)",
                new
                {
                    number,
                    state = isTooLate ? "refused" : one.State,
                    day = one.Request.Day,
                    request = ReorganisationStore.Text(await RequestAsync(work, one.Request, cancel)),
                    one.Made.At,
                    one.Made.By,
                    done = one.DoneAt ?? "",
                    endedAt = one.Ended?.At ?? "",
                    endedBy = one.Ended?.By ?? "",
                    problem = isTooLate ? TooLate : one.Problem ?? "",
                },
                cancel);
            await ReorganisationStore.AddItemsAsync(work, number, Items(one), cancel);
        }
    }

    private static async Task<ReorganiseSections> RequestAsync(Session session, ExportedRequest asked, CancellationToken cancel)
    {
        var numbers = new List<long>();
        foreach (var document in asked.Documents)
        {
            numbers.AddRange(await session.QueryAsync<long>("SELECT number FROM version WHERE document_id = @document ORDER BY number DESC LIMIT 1", new { document }, cancel));
        }

        return new ReorganiseSections(ReorganisationKinds.Parse(asked.Kind)!.Value, asked.From, asked.Into, asked.Name, asked.Kana, JapanTime.DateFromStore(asked.Day))
        {
            Documents = [.. numbers.Select(n => (uint)n)],
            People = asked.UserNames,
        };
    }

    private static IEnumerable<ReorganisationItem> Items(ExportedReorganisation one) =>
    [
        .. one.Sections.Select(s => ReorganisationItem.Of(s.Was?.ToSection(), s.Becomes.ToSection())),
        .. one.People.Select(p => ReorganisationItem.Of(p.Account, p.Was, p.Becomes)),
        .. one.Documents.Select(d => ReorganisationItem.Of(d.Document, Place(d.Was), Place(d.Becomes))),
    ];

    private static ExportedSectionState State(string stored) => ExportedSectionState.Of(ReorganisationItem.SectionOf(stored));

    private static ExportedPlace Place(string stored)
    {
        var place = ReorganisationItem.PlaceOf(stored);
        return new ExportedPlace(place.Section, place.ReaderCodes, place.SourceKey);
    }

    private static DocumentPlace Place(ExportedPlace place) => new(place.Section, DocumentPlace.Stored(place.Readers), place.SourceKey);

    private sealed record EndRow(long number, string done_at, string ended_at, string ended_by);

    private sealed record KeyRow(string made_at, string made_by);

    private sealed record DocumentRow(long number, string document_id);
}
