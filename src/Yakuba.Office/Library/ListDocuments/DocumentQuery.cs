using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Review;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;
using Yakuba.Text;

namespace Yakuba.Office.Library.ListDocuments;

/// <summary>The documents that a person may read, one line each, filtered and sorted.</summary>
public sealed class DocumentQuery(Database database, SettingStore settings, LibraryCatalogue catalogue, PhrasePlaces phrases, SectionList sections, TimeProvider time)
{
    /// <summary>What the filter finds. Of each document the newest version that the person may read.</summary>
    /// <param name="filter">What is asked.</param>
    /// <param name="reader">Who reads: nothing else is listed or counted.</param>
    /// <param name="sectionNames">Names of sections by code, to sort by.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<FoundDocuments> RunAsync(LibraryFilter filter, Principal reader, IReadOnlyDictionary<string, string> sectionNames, CancellationToken cancel)
    {
        var today = time.Today();
        ReviewRule rule;
        var section = filter.Section;
        await using (var read = await database.ReadAsync(cancel))
        {
            rule = await ReviewRule.ReadAsync(read, settings, cancel);
            if (section.Length > 0 && (await sections.FindAsync(read, section, cancel)).TryGet(out var meant, out _))
            {
                section = meant.Code; // also by name, and by the code or name of a section whose duties it has now
            }
        }

        var readable = Newest(await catalogue.AllAsync(reader, cancel));
        var outside = QuotedPhrase.Outside(filter.Search);
        var titled = outside.Length == 0 ? null : (await catalogue.TitledAsync(reader, outside, cancel)).Select(c => c.Number).ToHashSet();
        var places = filter.Phrases.Count == 0 ? null : await phrases.FindAsync(reader, readable.Select(c => c.Number), filter.Phrases, cancel);
        var anyState = readable.Where(c =>
            (titled is null || titled.Contains(c.Number))
            && (places is null || places.ContainsKey(c.Number))
            && (section.Length == 0 || c.Rights.Section == section)
            && (filter.Label.Length == 0 || c.Rights.Label == Labels.Parse(filter.Label))
            && (!filter.ReviewDue || rule.IsDue(c, today))).ToList();
        var found = anyState.Where(c => filter.State.Length == 0 || c.Rights.State.ToKey() == filter.State);
        return new FoundDocuments(
            [.. Sorted(found, filter, sectionNames)],
            anyState.CountBy(c => c.Rights.State).ToDictionary(c => c.Key, c => (long)c.Value),
            readable.LongCount(c => c.Rights.State == VersionState.Draft && reader.MayConfirm(c.Rights)),
            readable.LongCount(c => rule.IsDue(c, today) && reader.Sections.Contains(c.Rights.Section)))
        {
            Places = places ?? new Dictionary<uint, FoundPassage>(),
            Rule = rule,
            Section = section,
        };
    }

    private static List<VersionCard> Newest(IReadOnlyList<VersionCard> cards) =>
        [.. cards.GroupBy(c => c.Rights.DocumentId).Select(g => g.MaxBy(c => c.Ordinal)!)];

    private static IEnumerable<VersionCard> Sorted(IEnumerable<VersionCard> cards, LibraryFilter filter, IReadOnlyDictionary<string, string> sectionNames)
    {
        // The number breaks ties, so that pages neither repeat nor lose a line.
        return filter.Sort switch
        {
            "title" => By(c => c.Title),
            "section" => By(c => sectionNames.GetValueOrDefault(c.Rights.Section, c.Rights.Section)),
            "valid" => By(c => (c.Rights.ValidTo ?? DateOnly.MaxValue).ToStore()),
            _ => By(c => c.ChangedAt.ToStore()),
        };

        IEnumerable<VersionCard> By(Func<VersionCard, string> key) => filter.Descending
            ? cards.OrderByDescending(key, StringComparer.Ordinal).ThenByDescending(c => c.Number)
            : cards.OrderBy(key, StringComparer.Ordinal).ThenBy(c => c.Number);
    }
}

/// <summary>What a filter found.</summary>
/// <param name="Cards">All of it, sorted.</param>
/// <param name="Counts">How many there are in each state under the other filters.</param>
/// <param name="Waiting">Drafts that this person may confirm, whatever the filter.</param>
/// <param name="ReviewDue">Documents of the person's sections that are due for review, whatever the filter.</param>
public sealed record FoundDocuments(IReadOnlyList<VersionCard> Cards, IReadOnlyDictionary<VersionState, long> Counts, long Waiting, long ReviewDue)
{
    /// <summary>Where a document holds what the filter has in quotation marks, by number of the version.</summary>
    public IReadOnlyDictionary<uint, FoundPassage> Places { get; init; } = new Dictionary<uint, FoundPassage>();

    /// <summary>When texts are looked at again.</summary>
    internal ReviewRule Rule { get; init; } = new(0);

    /// <summary>Code of the section that the filter means; empty for all.</summary>
    internal string Section { get; init; } = "";
}
