using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Searching;

/// <summary>Documents that hold what stands in quotation marks, each with its best place.</summary>
public sealed class PhrasePlaces(Database database, LibraryIndex index, ReadableVersions rights)
{
    // Far more than people look through; a library in which more passages hold the words needs narrower words.
    private const int MostPassages = 10_000;

    /// <summary>Finds the documents.</summary>
    /// <param name="reader">Who asks: nothing else is looked into.</param>
    /// <param name="versions">Numbers of the versions to look into.</param>
    /// <param name="phrases">All of them must stand in one passage; at least one.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The best passage of each version that has one.</returns>
    public async Task<IReadOnlyDictionary<uint, FoundPassage>> FindAsync(
        Principal reader, IEnumerable<uint> versions, IReadOnlyList<QuotedPhrase> phrases, CancellationToken cancel)
    {
        SearchHit[] hits;
        using (var snapshot = index.Snapshot())
        {
            hits = snapshot.Search(PassageQuery.Exact(new IndexQuery([]) { Phrases = PassageQuery.Quoted(phrases) }), PermittedGroups.Of(versions), MostPassages);
        }

        await using var read = await database.ReadAsync(cancel);
        var rightsOf = await rights.AsSeenByAsync(read, reader, cancel);
        var found = new Dictionary<uint, FoundPassage>();
        foreach (var hit in hits)
        {
            if (!found.ContainsKey(hit.Group) && rightsOf(hit.Group) is { } version
                && await LibrarySearch.PassageAsync(read, version, hit, cancel) is { } passage && phrases.All(passage.Holds))
            {
                found.Add(hit.Group, passage);
            }
        }

        return found;
    }
}
