using Yakuba.Office.Library.Index;

namespace Yakuba.Office.Operate.RestoreBackup;

/// <summary>Makes the search index again from the rows of a restored municipality: the index is never the only place of anything.</summary>
internal sealed class RestoredIndex(LibraryIndex index)
{
    /// <summary>Indexes the passages of every version under their own numbers.</summary>
    /// <param name="tell">Told how many versions of how many are done.</param>
    /// <param name="cancel">Stops; the next start makes the index.</param>
    /// <returns>How many passages were indexed.</returns>
    internal Task<long> RunAsync(Action<long, long, string> tell, CancellationToken cancel) =>
        index.RebuildAsync((done, all) => tell(done, all, "索引を作っています"), cancel);
}
