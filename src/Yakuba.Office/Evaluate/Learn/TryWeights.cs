using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Search;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary>The weight of vectors learned from an evaluation set's judged questions, for each question from those of the other parts.</summary>
internal sealed class TryWeights : IDisposable
{
    private readonly EvalIndex _words;
    private readonly EvalVectorIndex _near;
    private readonly FoldWeights _weights;

    private TryWeights(EvalIndex words, EvalVectorIndex near, FoldWeights weights) => (_words, _near, _weights) = (words, near, weights);

    internal static TryWeights Learn(
        IReadOnlyList<EvalDocument> documents,
        IReadOnlyList<EvalQuery> asked,
        Dictionary<string, List<string>> judged,
        Dictionary<string, int> places,
        EvalIndex words,
        EvalVectors vectors,
        int top)
    {
        var near = EvalVectorIndex.Build(documents, vectors);
        var candidates = new List<(string, JudgedCandidates)>();
        foreach (var query in asked)
        {
            var right = judged.GetValueOrDefault(query.Id, []).Where(places.ContainsKey).Select(d => (uint)places[d] + 1).ToHashSet();
            if (right.Count > 0 && near.Candidates(query.Id, words.Hits(query.Text, top), top) is { } found)
            {
                candidates.Add((query.Text, JudgedCandidates.Of(found, (group, _) => right.Contains(group))));
            }
        }

        return new TryWeights(words, near, FoldWeights.Of(candidates));
    }

    internal IEnumerable<(int Document, double Score)> Search(EvalQuery query, int top)
    {
        SearchHit[] hits = _words.Hits(query.Text, top);
        return _near.Search(query.Id, hits, _weights.For(query.Text), top);
    }

    /// <inheritdoc/>
    public void Dispose() => _near.Dispose();
}
