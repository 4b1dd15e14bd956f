using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>Puts the rows of a reorganisation in place, or back. The order keeps what belongs to a section from standing without it.</summary>
internal sealed class ReorganisationSteps(SectionList sections, PeopleList people)
{
    internal static async Task DoAsync(UnitOfWork work, IReadOnlyList<ReorganisationItem> items, CancellationToken cancel)
    {
        foreach (var item in items.OrderBy(i => i.Kind == "section" ? 0 : 1))
        {
            await PutAsync(work, item.Kind, item.Id, item.Becomes, cancel);
        }
    }

    internal static async Task UndoAsync(UnitOfWork work, IReadOnlyList<ReorganisationItem> items, CancellationToken cancel)
    {
        // Sections that come back first, sections that were made by it last.
        foreach (var item in items.OrderBy(i => i.Kind != "section" ? 1 : i.Was.Length > 0 ? 0 : 2))
        {
            await PutAsync(work, item.Kind, item.Id, item.Was, cancel);
        }
    }

    /// <summary>A split as it is still meant: documents deleted or moved since, and people who left the section, are not.</summary>
    internal static async Task<ReorganiseSections> StillThereAsync(UnitOfWork work, ReorganiseSections request, CancellationToken cancel)
    {
        if (request.Kind != ReorganisationKind.Split)
        {
            return request;
        }

        var documents = await work.QueryAsync<long>(
            "SELECT v.number FROM version v JOIN document d ON d.id = v.document_id WHERE v.indexed = 1 AND d.section = @section", new { section = request.From[0] }, cancel);
        var people = await work.QueryAsync<string>(
            "SELECT a.user_name FROM account a JOIN account_section s ON s.account_id = a.id WHERE s.section = @section", new { section = request.From[0] }, cancel);
        return request with { Documents = [.. request.Documents.Where(d => documents.Contains(d))], People = [.. request.People.Where(people.Contains)] };
    }

    /// <summary>What keeps a reorganisation from being taken back, in people's words.</summary>
    /// <returns>Null when everything that it changed still is as it left it, and nothing else has come to depend on a section that it made.</returns>
    internal async Task<string?> DependantAsync(Session session, IReadOnlyList<ReorganisationItem> items, CancellationToken cancel)
    {
        var all = (await sections.ListAsync(session, cancel)).ToDictionary(s => s.Code);
        var everybody = (await people.ListAsync(session, cancel)).ToDictionary(p => p.Id);
        var documents = 0;
        foreach (var item in items)
        {
            if (item.Kind == "section" && (!all.TryGetValue(item.Id, out var section) || ReorganisationItem.Text(section) != item.Becomes))
            {
                return $"課「{section?.Name ?? item.Id}」が変更されています";
            }

            if (item.Kind == "person" && (!everybody.TryGetValue(item.Id, out var person) || ReorganisationItem.Text(person.Sections) != item.Becomes))
            {
                return $"{person?.DisplayName ?? item.Id}さんの所属が変更されています";
            }

            // A document that was deleted meanwhile needs no way back.
            if (item.Kind == "document" && await DocumentPlaces.FindAsync(session, item.Id, cancel) is { } place
                && (ReorganisationItem.Text(place) != item.Becomes || await DocumentPlaces.IsKeyTakenAsync(session, item.Id, ReorganisationItem.PlaceOf(item.Was).SourceKey, cancel)))
            {
                documents++;
            }
        }

        return documents > 0 ? $"移した文書のうち{documents}件が、そのあとに変更または登録し直されています"
            : await UserOfMadeAsync(session, items, all.Values, everybody.Values, cancel);
    }

    private static async Task<string?> UserOfMadeAsync(
        Session session, IReadOnlyList<ReorganisationItem> items, IEnumerable<Section> all, IEnumerable<Platform.Accounts.Account> everybody, CancellationToken cancel)
    {
        foreach (var made in items.Where(i => i.Kind == "section" && i.Was.Length == 0))
        {
            var movedPeople = items.Where(i => i.Kind == "person").Select(i => i.Id).ToHashSet();
            var movedDocuments = items.Where(i => i.Kind == "document").Select(i => i.Id).ToHashSet();
            var name = ReorganisationItem.SectionOf(made.Becomes).Name;
            if (everybody.Any(p => p.Sections.Contains(made.Id) && !movedPeople.Contains(p.Id)))
            {
                return $"「{name}」に、ほかの職員が加わっています";
            }

            if ((await DocumentPlaces.OfAsync(session, new HashSet<string> { made.Id }, cancel)).Any(d => !movedDocuments.Contains(d.Id)))
            {
                return $"「{name}」に、ほかの文書が登録または共有されています";
            }

            var own = items.Where(i => i.Kind == "section").Select(i => i.Id).ToHashSet();
            if (all.Any(s => !own.Contains(s.Code) && (s.Parent == made.Id || s.Successor == made.Id)))
            {
                return $"「{name}」を引継ぎ先または上の所属とする課があります";
            }
        }

        return null;
    }

    private static Task PutAsync(UnitOfWork work, string kind, string id, string state, CancellationToken cancel) => kind switch
    {
        "section" when state.Length == 0 => SectionRows.RemoveAsync(work, id, cancel),
        "section" => SectionRows.PutAsync(work, ReorganisationItem.SectionOf(state), cancel),
        "person" => SectionRows.SetBelongingsAsync(work, id, ReorganisationItem.CodesOf(state), cancel),
        _ => DocumentPlaces.PutAsync(work, id, ReorganisationItem.PlaceOf(state), cancel),
    };
}
