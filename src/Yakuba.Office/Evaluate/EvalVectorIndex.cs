using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Office.Library.Wording;
using Yakuba.Search;
using Yakuba.Search.Vectors;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate;

/// <summary>A throw-away vector index of an evaluation set, made and united with the hits by words exactly as the library's.</summary>
internal sealed class EvalVectorIndex : IDisposable
{
    private readonly string _folder;
    private readonly VectorIndex _index;
    private readonly VectorSnapshot _snapshot;
    private readonly EvalVectors _vectors;

    private EvalVectorIndex(string folder, VectorIndex index, EvalVectors vectors) => (_folder, _index, _snapshot, _vectors) = (folder, index, index.Snapshot(), vectors);

    internal static EvalVectorIndex Build(IReadOnlyList<EvalDocument> documents, EvalVectors vectors)
    {
        var folder = Directory.CreateTempSubdirectory("yakuba-eval-").FullName;
        var index = VectorIndex.Open(folder);
        List<VectorEntry> entries = [];
        for (var i = 0; i < documents.Count; i++)
        {
            if (vectors.Documents.GetValueOrDefault(documents[i].Id) is { } vector)
            {
                entries.Add(new VectorEntry((uint)i + 1, 0, vector));
            }
        }

        if (entries.Count > 0)
        {
            index.Add("eval", entries);
        }

        return new EvalVectorIndex(folder, index, vectors);
    }

    /// <summary>The weight of the exam that the set's own documents give; no judgment is read.</summary>
    internal double ExamWeight(IReadOnlyList<EvalDocument> documents, SearchAnalyser analyser)
    {
        var items = EvalVectors.Exam(documents);
        return VectorExam.Hold(
            Path.Combine(_folder, "exam"),
            items,
            [.. items.Select(i => _vectors.ExamTexts.GetValueOrDefault(i.Id))],
            [.. items.Select(i => _vectors.ExamQuestions.GetValueOrDefault(i.Id))],
            analyser,
            ShippedWords.Meant).Weight;
    }

    /// <summary>Candidates of both sides; null for a query without a vector.</summary>
    internal HybridCandidates? Candidates(string query, SearchHit[] words, int top) =>
        _vectors.Queries.GetValueOrDefault(query) is { } vector && _snapshot.Vectors > 0 ? HybridCandidates.Of(_snapshot, vector, PermittedGroups.All, words, top) : null;

    /// <summary>Positions of documents, best first. A query without a vector keeps its hits by words.</summary>
    internal IEnumerable<(int Document, double Score)> Search(string query, SearchHit[] words, double weight, int top) =>
        ((weight > 0 ? Candidates(query, words, top)?.Rank(weight, top) : null) ?? words).Select(hit => ((int)hit.Group - 1, hit.Score));

    /// <inheritdoc/>
    public void Dispose()
    {
        _snapshot.Dispose();
        _index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
