using Yakuba.Platform.Data;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Index;

/// <summary>Makes an index beside the present one, from the rows, and puts it in its place.</summary>
internal static class IndexRebuild
{
    private const int PassagesInSegment = 50_000;

    /// <summary>True when the index on disk cannot be used, holds fewer passages than the rows, or was written with other mean lengths.</summary>
    internal static bool IsNeeded(DataDirectory directory)
    {
        var expected = Task.Run(() => ExpectedAsync(directory.Database)).GetAwaiter().GetResult();
        try
        {
            using (IndexWriter.Open(directory.Index, PassageFields.Schema))
            {
                using var index = SearchIndex.Open(directory.Index);
                using var snapshot = index.Snapshot();
                return snapshot.Passages < expected || !snapshot.HasMeanLengthsOf(PassageFields.Schema);
            }
        }
        catch (IndexException e) when (e is not IndexLockedException)
        {
            return true;
        }
    }

    /// <summary>Writes the new index to a directory of its own.</summary>
    /// <returns>Its passages.</returns>
    internal static async Task<long> RunAsync(DataDirectory directory, SearchAnalyser analyser, Action<long, long> progress, CancellationToken cancel)
    {
        var fresh = Beside(directory, "index-new");
        Clear(fresh);
        using var writer = IndexWriter.Open(fresh, PassageFields.Schema);
        writer.SealAfterPostings = PassageFields.PostingsInMemory;
        await using var read = await directory.Database.ReadAsync(cancel);
        var versions = await IndexedPassages.VersionsAsync(read, cancel);
        var (done, passages, pending) = (0L, 0L, 0L);
        foreach (var version in versions)
        {
            var entries = await IndexedPassages.OfAsync(read, analyser, (uint)version, cancel);
            foreach (var entry in entries)
            {
                writer.Add(entry);
            }

            (passages, pending) = (passages + entries.Count, pending + entries.Count);
            if (pending >= PassagesInSegment)
            {
                writer.Commit();
                pending = 0;
            }

            progress(++done, versions.Count);
        }

        writer.MergeAll();
        return passages;
    }

    /// <summary>Puts the new index where the old one was. Nobody may hold the old one open. Between the two renames there is none, and the next start makes one.</summary>
    internal static void TakePlace(DataDirectory directory)
    {
        var old = Beside(directory, "index-old");
        Clear(old);
        Directory.Move(directory.Index, old);
        Directory.Move(Beside(directory, "index-new"), Path.Combine(directory.Root, "index"));
        DurableFile.SyncDirectory(directory.Root);
        Clear(old);
    }

    private static async Task<long> ExpectedAsync(Database database)
    {
        await using var read = await database.ReadAsync();
        return await IndexedPassages.ExpectedAsync(read, CancellationToken.None);
    }

    private static string Beside(DataDirectory directory, string name) => Path.Combine(directory.Root, name);

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
