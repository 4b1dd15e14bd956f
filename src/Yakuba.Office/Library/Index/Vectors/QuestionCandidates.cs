using Yakuba.Platform;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Search;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>Candidates of both sides for many questions at once, to learn from.</summary>
public sealed class QuestionCandidates(EmbeddingEndpoint endpoint, LibraryVectors vectors)
{
    /// <summary>Gathers them.</summary>
    /// <param name="embedding">The model.</param>
    /// <param name="questions">Questions, each once.</param>
    /// <param name="words">What was found by words, one set of hits for each way to search by them.</param>
    /// <param name="permitted">What may be found.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>By question, for each of its sets of hits; those that the model does not take are left out, and all are while there are no vectors of this model. A problem when the server fails.</returns>
    public async Task<Result<IReadOnlyDictionary<string, IReadOnlyList<HybridCandidates>>>> OfAsync(
        AttachedEmbedding embedding, IReadOnlyList<string> questions, Func<string, IReadOnlyList<SearchHit[]>> words, PermittedGroups permitted, CancellationToken cancel)
    {
        var found = new Dictionary<string, IReadOnlyList<HybridCandidates>>();
        using var snapshot = vectors.Snapshot();
        if (snapshot.Vectors == 0 || snapshot.Label != embedding.Label)
        {
            return found;
        }

        var made = await new VectorMaker(endpoint, embedding, EmbeddingPurpose.ManyQuestions)
            .OfAsync(0, [.. questions.Select((question, i) => ((uint)i, question))], () => Task.CompletedTask, cancel);
        if (made.Failure is { } failure)
        {
            return EmbeddingProblems.Failed.With(failure.ToWords());
        }

        foreach (var entry in made.Entries)
        {
            var question = questions[(int)entry.Ordinal];
            found[question] = [.. words(question).Select(hits => HybridCandidates.Of(snapshot, entry.Vector, permitted, hits, HybridCandidates.Depth))];
        }

        return found;
    }
}
