using Yakuba.Platform.Models.Embedding;
using Yakuba.Platform.Models.Endpoint;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>Vectors of the last questions. One question is searched several times, and a server that failed at it is not asked again for each.</summary>
public sealed class QuestionVectors(EmbeddingEndpoint endpoint, TimeProvider time)
{
    private const int Kept = 64;
    private static readonly TimeSpan FailuresHold = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly LinkedList<Known> _known = [];

    /// <summary>Why a question asked a moment ago was searched by words only though a model is attached; null when it was not so.</summary>
    public ModelFailure? FailureOf(string question)
    {
        lock (_gate)
        {
            return _known.FirstOrDefault(k => k.Question == question && time.GetUtcNow() - k.At < FailuresHold)?.Failure;
        }
    }

    /// <summary>The vector of a question.</summary>
    /// <returns>Null when the model failed within its deadline.</returns>
    internal async Task<float[]?> FindAsync(AttachedEmbedding embedding, string question, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(question))
        {
            return null;
        }

        if (Find(embedding, question) is not { } known)
        {
            var embedded = await endpoint.EmbedAsync(embedding, [question], EmbeddingPurpose.Question, cancel);
            known = new Known(embedding, question, embedded.Vectors?[0], embedded.Failure, time.GetUtcNow());
            Keep(known);
        }

        return known.Vector;
    }

    private Known? Find(AttachedEmbedding embedding, string question)
    {
        lock (_gate)
        {
            return _known.FirstOrDefault(k => k.Question == question && k.Embedding == embedding && (k.Failure is null || time.GetUtcNow() - k.At < FailuresHold));
        }
    }

    private void Keep(Known known)
    {
        lock (_gate)
        {
            _known.AddFirst(known);
            if (_known.Count > Kept)
            {
                _known.RemoveLast();
            }
        }
    }

    private sealed record Known(AttachedEmbedding Embedding, string Question, float[]? Vector, ModelFailure? Failure, DateTimeOffset At);
}
