using System.Text.Json.Nodes;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Holding;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Privacy.Gate;

namespace Yakuba.Office.Library.Changing;

internal sealed class ReviseDetailsHandler(Database database, VersionChanges changes, SectionList sections, LibraryIndex index, PrivacyGate gate, TimeProvider time)
{
    /// <summary>Changes the details.</summary>
    internal async Task<Result<Done>> HandleAsync(ReviseDetails request, Principal who, Actor by, CancellationToken cancel)
    {
        if (request.Title is { } title && title.Trim().Length is 0 or > 200)
        {
            return LibraryProblems.TitleLength;
        }

        if (request.Stated is { From: { } from, To: { } to } && to < from)
        {
            return LibraryProblems.DatesReversed;
        }

        IReadOnlyList<Section> known;
        await using (var read = await database.ReadAsync(cancel))
        {
            known = await sections.ListAsync(read, cancel);
        }

        if (!Codes(known, request).TryGet(out var codes, out var problem))
        {
            return problem;
        }

        var change = new VersionChange(
            LibraryActions.Revised,
            (person, card) => person.MayRevise(card.Rights, IsOrphaned(known, card.Rights.Section)),
            [.. VersionStates.All],
            (work, card, stop) => ApplyAsync(work, card, request, codes, who, stop));
        if (!(await changes.RunAsync(request.Version, change, who, by, cancel)).TryGet(out var before, out problem))
        {
            return problem;
        }

        if (request.Title is not null && request.Title.Trim() != before.Title)
        {
            await index.RefreshAsync([request.Version], cancel); // the title is a field of search
        }

        return Done.Instance;
    }

    private async Task<Result<JsonObject>> ApplyAsync(UnitOfWork work, VersionCard card, ReviseDetails request, (string? Section, string? Readers) codes, Principal who, CancellationToken cancel)
    {
        // An editor of drafts may tighten; only those who publish may open further or give the document away.
        var opensFurther = request.Label < card.Rights.Label || (codes.Section is not null && codes.Section != card.Rights.Section);
        if (opensFurther && !who.MayConfirm(card.Rights) && !who.May(Right.ManageLibrary))
        {
            return LibraryProblems.NotYourSection;
        }

        // A title comes into the index as passages do. One that stays was decided on when the document came.
        if (request.Title is { } named && named.Trim() != card.Title && HeldText.Find(await gate.OpenAsync(WayOut.Import, cancel), [(HeldText.Title, named)]) is { } why)
        {
            return LibraryProblems.TitlePersonal.With(why.Words);
        }

        await Sql.ReviseAsync(work, card, request, codes, cancel);
        var facts = new JsonObject();
        Note("title", request.Title is { } title && title.Trim() != card.Title);

        // With their new values: after a backup was put back, what was closed since is closed again by them.
        Note("section", codes.Section is not null && codes.Section != card.Rights.Section, codes.Section);
        Note("label", request.Label is not null && request.Label != card.Rights.Label, request.Label?.ToName());
        Note("readers", codes.Readers is not null, codes.Readers);
        Note("validity", request.Stated is not null && request.Stated != card.Stated);
        Note("review", request.Review is not null && request.Review.On != card.ReviewOn);
        Note("document", facts.Count > 0, card.Rights.DocumentId); // label, section and readers are the document's, whichever version it was said at
        return facts;

        void Note(string what, bool changed, string? now = null)
        {
            if (changed)
            {
                facts[what] = now is null ? 1 : now;
            }
        }
    }

    private bool IsOrphaned(IReadOnlyList<Section> known, string code) => known.FirstOrDefault(s => s.Code == code) is not { } section || !section.StandsOn(time.Today());

    private Result<(string? Section, string? Readers)> Codes(IReadOnlyList<Section> known, ReviseDetails request)
    {
        string? owner = null;
        if (request.Section is not null)
        {
            if (!sections.Find(known, request.Section).TryGet(out var found, out var problem))
            {
                return problem;
            }

            owner = found.Code;
        }

        if (request.Readers is null)
        {
            return (owner, null);
        }

        var readers = new List<string>();
        foreach (var reader in request.Readers)
        {
            if (!sections.Find(known, reader).TryGet(out var found, out var problem))
            {
                return problem;
            }

            readers.Add(found.Code);
        }

        return (owner, readers.Count == 0 ? "" : $",{string.Join(',', readers.Distinct())},");
    }
}

file static class Sql
{
    internal static async Task ReviseAsync(UnitOfWork work, VersionCard card, ReviseDetails request, (string? Section, string? Readers) codes, CancellationToken cancel)
    {
        var stated = request.Stated ?? card.Stated;
        var review = request.Review is null ? card.ReviewOn : request.Review.On;
        await work.ExecuteAsync(
            "UPDATE version SET title = @title, valid_from = @from, valid_to = @to, review_on = @review WHERE number = @number",
            new
            {
                title = request.Title?.Trim() ?? card.Title,
                from = stated.From?.ToStore() ?? "",
                to = stated.To?.ToStore() ?? "",
                review = review?.ToStore() ?? "",
                number = (long)card.Number,
            },
            cancel);
        await work.ExecuteAsync(
            "UPDATE document SET section = @section, label = @label, readers = @readers WHERE id = @id",
            new
            {
                section = codes.Section ?? card.Rights.Section,
                label = (long)(request.Label ?? card.Rights.Label),
                readers = codes.Readers ?? (card.Rights.Readers.Count == 0 ? "" : $",{string.Join(',', card.Rights.Readers)},"),
                id = card.Rights.DocumentId,
            },
            cancel);
        if (codes.Section is not null && codes.Section != card.Rights.Section)
        {
            await SourceKeys.MoveAsync(work, card.Rights.DocumentId, card.Rights.Section, codes.Section, cancel);
        }
    }
}
