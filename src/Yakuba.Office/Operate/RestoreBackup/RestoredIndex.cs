using System.Text.Json;
using Yakuba.Office.Library.Index;
using Yakuba.Platform.Data;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Operate.RestoreBackup;

/// <summary>Makes the search index again from the rows of a restored municipality: the index is never the only place of anything.</summary>
internal sealed class RestoredIndex(Database database, LibraryIndex index, SearchAnalyser analyser)
{
    private const int VersionsInBatch = 40;

    /// <summary>Publishes the passages of every version under their own numbers; what is there already is replaced.</summary>
    /// <param name="tell">Told how many versions of how many are done.</param>
    /// <param name="cancel">Stops; what was published is whole.</param>
    /// <returns>How many passages were indexed.</returns>
    internal async Task<long> RunAsync(Action<long, long, string> tell, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var versions = await read.QueryAsync<VersionRow>("SELECT number AS Number, title AS Title FROM version WHERE indexed = 1 ORDER BY number", cancel: cancel);
        var passages = 0L;
        var done = 0L;
        foreach (var batch in versions.Chunk(VersionsInBatch))
        {
            var entries = new List<IndexEntry>();
            foreach (var version in batch)
            {
                entries.AddRange(await EntriesAsync(read, version, cancel));
                tell(done++, versions.Count, "索引を作っています");
            }

            index.Publish(batch.Select(v => (uint)v.Number), entries);
            passages += entries.Count;
        }

        index.Merge();
        tell(versions.Count, versions.Count, "");
        return passages;
    }

    private async Task<IEnumerable<IndexEntry>> EntriesAsync(ReadSession read, VersionRow version, CancellationToken cancel) =>
        (await read.QueryAsync<PassageRow>(
            "SELECT ordinal AS Ordinal, heading_path AS Headings, text AS Text, question AS Question FROM passage WHERE version = @Number ORDER BY ordinal", new { version.Number }, cancel))
        .Select(p => new IndexEntry(
            (uint)version.Number, (uint)p.Ordinal, PassageFields.Terms(analyser, version.Title, string.Join(' ', JsonSerializer.Deserialize<string[]>(p.Headings) ?? []), p.Question, p.Text)));

    private sealed record VersionRow(long Number, string Title);

    private sealed record PassageRow(long Ordinal, string Headings, string Text, string Question);
}
