using Yakuba.Office.Library.Index;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate;

/// <summary>A throw-away index of an evaluation set, made and searched exactly as the library's.</summary>
internal sealed class EvalIndex : IDisposable
{
    private readonly string _folder;
    private readonly SearchIndex _index;
    private readonly IndexSnapshot _snapshot;
    private readonly SearchAnalyser _analyser;

    private EvalIndex(string folder, SearchAnalyser analyser)
    {
        _folder = folder;
        _analyser = analyser;
        _index = SearchIndex.Open(folder);
        _snapshot = _index.Snapshot();
    }

    internal static EvalIndex Build(IReadOnlyList<EvalDocument> documents, SearchAnalyser analyser)
    {
        var folder = Directory.CreateTempSubdirectory("yakuba-eval-").FullName;
        using (var writer = IndexWriter.Open(folder, PassageFields.Schema))
        {
            for (var i = 0; i < documents.Count; i++)
            {
                var d = documents[i];
                writer.Add(new IndexEntry((uint)i + 1, 0, PassageFields.Terms(analyser, d.Title, "", d.Question, d.Body)));
            }

            writer.Commit();
        }

        return new EvalIndex(folder, analyser);
    }

    /// <summary>Positions of documents in the list that the index was built from, best first, with scores.</summary>
    internal IEnumerable<(int Document, double Score)> Search(string query, int top) =>
        _snapshot.Search(PassageFields.Query(_analyser, query), PermittedGroups.All, top).Select(h => ((int)h.Group - 1, h.Score));

    /// <inheritdoc/>
    public void Dispose()
    {
        _snapshot.Dispose();
        _index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
