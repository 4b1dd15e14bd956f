using Yakuba.Office.Library.Catalogue;
using Yakuba.Platform;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>Works out what a reorganisation changes, from what a session sees. It changes nothing.</summary>
internal sealed class ReorganisationPlanner(SectionList sections, PeopleList people)
{
    /// <summary>Plans.</summary>
    /// <param name="session">What the store says.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="chooser">Who chose the documents of a split, which this person must be able to read; null for the operator of the machine.</param>
    /// <param name="cancel">Stops.</param>
    internal async Task<Result<ReorganisationPlan>> PlanAsync(Session session, ReorganiseSections request, Principal? chooser, CancellationToken cancel)
    {
        var all = await sections.ListAsync(session, cancel);
        if (!SectionsOf(request, all).TryGet(out var ends, out var problem))
        {
            return problem;
        }

        var (from, into, isNew) = ends;
        var asked = request with { From = [.. from.Select(s => s.Code)], Into = into?.Code ?? "", Name = request.Name.Trim(), Kana = request.Kana.Trim() };
        if (request.Kind == ReorganisationKind.Rename)
        {
            return new ReorganisationPlan(asked, all, [ReorganisationItem.Of(from[0], Renamed(from[0], asked))]);
        }

        var codes = from.Select(s => s.Code).ToHashSet();
        var everybody = await people.ListAsync(session, cancel);
        var places = await DocumentPlaces.OfAsync(session, codes, cancel);
        if (!(await MovedAsync(session, asked, chooser, places, everybody, cancel)).TryGet(out var moved, out problem))
        {
            return problem;
        }

        if (into is null)
        {
            return places.Count + moved.People.Count > 0
                ? ReorganiseProblems.SuccessorNeeded.With($"文書 {places.Count(p => codes.Contains(p.Place.Section))}件、共有 {places.Count(p => !codes.Contains(p.Place.Section))}件、職員 {moved.People.Count}人")
                : new ReorganisationPlan(asked, all, [ReorganisationItem.Of(from[0], from[0] with { ValidTo = asked.Day.AddDays(-1) })]);
        }

        var isWhole = request.Kind != ReorganisationKind.Split;
        if (isWhole && places.Count + moved.People.Count == 0 && from.All(s => !s.StandsOn(asked.Day)))
        {
            return ReorganiseProblems.AlreadyClosed.With(string.Join("、", from.Select(s => s.Name)));
        }

        var taken = await DocumentPlaces.KeysAsync(session, into.Code, cancel);
        return new ReorganisationPlan(
            asked,
            all,
            [
                .. isNew ? [ReorganisationItem.Of(null, into)] : Array.Empty<ReorganisationItem>(),
                .. isWhole ? from.Select(s => ReorganisationItem.Of(s, s with { ValidTo = s.ValidTo < asked.Day ? s.ValidTo : asked.Day.AddDays(-1), Successor = into.Code })) : [],
                .. isWhole ? all.Where(s => codes.Contains(s.Parent) && !codes.Contains(s.Code) && s.Code != into.Code).Select(s => ReorganisationItem.Of(s, s with { Parent = into.Code })) : [],
                .. moved.People.Select(p => ReorganisationItem.Of(p.Id, p.Sections, p.Sections.Where(s => !codes.Contains(s)).Append(into.Code).Distinct())),
                .. places.Select(p => (p.Id, Was: p.Place, Becomes: DocumentPlaces.Moved(p.Place, codes, into.Code, moved.Documents.Contains(p.Id), keepsReader: !isWhole, taken)))
                    .Where(p => p.Was != p.Becomes).Select(p => ReorganisationItem.Of(p.Id, p.Was, p.Becomes)),
            ])
        {
            DirectoryPeople = moved.People.Count(p => p.IsFromDirectory),
            Staying = isWhole ? 0 : places.Count(p => codes.Contains(p.Place.Section) && !moved.Documents.Contains(p.Id)),
        };
    }

    private Result<Ends> SectionsOf(ReorganiseSections request, IReadOnlyList<Section> all)
    {
        var from = new List<Section>();
        foreach (var typed in request.From.Select(f => f.Trim()).Where(f => f.Length > 0).Distinct())
        {
            // A closed section is meant itself here, not the one that took over.
            if (all.FirstOrDefault(s => s.Code == typed) is { } exact)
            {
                from.Add(exact);
            }
            else if (sections.Find(all, typed).TryGet(out var found, out var problem))
            {
                from.Add(found);
            }
            else
            {
                return problem;
            }
        }

        from = [.. from.DistinctBy(s => s.Code)]; // typed once as a name and once as a code
        return request.Day.Year < 1900 ? AccountsProblems.SectionDates.With(request.Day.ToStore())
            : from.Count == 0 || (from.Count > 1 && request.Kind != ReorganisationKind.Merge) ? ReorganiseProblems.SectionNeeded
            : request.Kind is ReorganisationKind.Merge or ReorganisationKind.Close && from.FirstOrDefault(s => s.ValidFrom >= request.Day) is { } young ? AccountsProblems.SectionDates.With(young.Name)
            : request.Kind == ReorganisationKind.Rename ? NewName(request, from[0], all)
            : IntoOf(request, from, all);
    }

    private Result<Ends> IntoOf(ReorganiseSections request, List<Section> from, IReadOnlyList<Section> all)
    {
        var typed = request.Into.Trim();
        if (typed.Length == 0)
        {
            return request.Kind != ReorganisationKind.Close ? ReorganiseProblems.IntoNeeded
                : !all.Any(s => s.Code != from[0].Code && s.StandsOn(request.Day)) ? ReorganiseProblems.LastSection
                : !from[0].StandsOn(request.Day) ? ReorganiseProblems.AlreadyClosed.With(from[0].Name)
                : new Ends(from, null, false);
        }

        var isThere = all.FirstOrDefault(s => s.Code == typed) ?? (sections.Find(all, typed).TryGet(out var found, out _) ? found : null);
        if (isThere is not null)
        {
            return request.Name.Trim().Length > 0 && request.Name.Trim() != isThere.Name ? ReorganiseProblems.IntoExists.With($"{isThere.Code} {isThere.Name}")
                : from.Any(s => s.Code == isThere.Code) ? ReorganiseProblems.IntoItself.With(isThere.Name)
                : !isThere.StandsOn(request.Day) ? ReorganiseProblems.IntoClosed.With(isThere.Name)
                : new Ends(from, isThere, false);
        }

        if (request.Name.Trim().Length == 0)
        {
            return AccountsProblems.UnknownSection.With(typed);
        }

        // The names of sections that end with it may go on as the name of the new one.
        var going = request.Kind == ReorganisationKind.Split ? [] : from;
        return Taken(request.Name, request.Day, all.Except(going)) is { } other ? ReorganiseProblems.NameTaken.With($"{other.Code} {other.Name}")
            : SectionRules.Check(new KeepSection(typed, request.Name, request.Kana), all) is { } misfit ? misfit
            : new Ends(from, new Section(typed, request.Name.Trim(), request.Kana.Trim(), from[0].Parent, request.Day, null, []), true);
    }

    private static Result<Ends> NewName(ReorganiseSections request, Section section, IReadOnlyList<Section> all) =>
        SectionRules.Check(new KeepSection(section.Code, request.Name, request.Kana, section.Parent), all) is { } misfit ? misfit
        : !section.StandsOn(request.Day) ? ReorganiseProblems.AlreadyClosed.With(section.Name)
        : SectionRules.NameKey(section.Name) == SectionRules.NameKey(request.Name) ? ReorganiseProblems.SameName.With(section.Name)
        : Taken(request.Name, request.Day, all.Where(s => s.Code != section.Code)) is { } other ? ReorganiseProblems.NameTaken.With($"{other.Code} {other.Name}")
        : new Ends([section], null, false);

    private static Section? Taken(string name, DateOnly day, IEnumerable<Section> others) =>
        others.FirstOrDefault(s => s.StandsOn(day) && SectionRules.NameKey(s.Name) == SectionRules.NameKey(name));

    private static Section Renamed(Section section, ReorganiseSections request) => section with
    {
        Name = request.Name,
        Kana = request.Kana.Length > 0 ? request.Kana : section.Kana,
        OldNames = [.. section.OldNames.Append(section.Name).Where(o => o != request.Name).Distinct()],
    };

    private static async Task<Result<Moved>> MovedAsync(
        Session session, ReorganiseSections request, Principal? chooser, IReadOnlyList<PlacedDocument> places, IReadOnlyList<Account> everybody, CancellationToken cancel)
    {
        var members = everybody.Where(p => p.Sections.Intersect(request.From).Any()).ToList();
        if (request.Kind != ReorganisationKind.Split)
        {
            return new Moved(places.Where(p => request.From.Contains(p.Place.Section)).Select(p => p.Id).ToHashSet(), members);
        }

        var chosen = new HashSet<string>();
        foreach (var version in request.Documents.Distinct())
        {
            var card = await CardRows.FindAsync(session, version, cancel);
            if (card is null || card.Rights.Section != request.From[0] || (chooser is not null && !card.Rights.MayBeReadBy(chooser)))
            {
                return ReorganiseProblems.NotOfSection.With($"文書 {version}");
            }

            chosen.Add(card.Rights.DocumentId);
        }

        var going = members.Where(p => request.People.Contains(p.UserName)).ToList();
        return request.People.Except(going.Select(p => p.UserName)).FirstOrDefault() is { } stranger ? ReorganiseProblems.NotOfSection.With(stranger)
            : chosen.Count + going.Count == 0 ? ReorganiseProblems.NothingChosen
            : new Moved(chosen, going);
    }

    private sealed record Ends(IReadOnlyList<Section> From, Section? Into, bool IsNew);

    private sealed record Moved(IReadOnlySet<string> Documents, IReadOnlyList<Account> People);
}
