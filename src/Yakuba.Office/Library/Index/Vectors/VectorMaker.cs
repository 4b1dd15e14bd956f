using Yakuba.Platform.Models.Embedding;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Search.Vectors;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>Sends texts to the embedding server in batches. A batch that the server, or the gate before it, refuses is halved until the passage is found that it cannot take.</summary>
internal sealed class VectorMaker(EmbeddingEndpoint endpoint, AttachedEmbedding embedding, EmbeddingPurpose purpose = EmbeddingPurpose.Passages)
{
    private bool _anyMade;

    /// <summary>Passages that were refused alone while others were taken, or that the gate of personal data holds back.</summary>
    internal int Skipped { get; private set; }

    /// <summary>The vectors of a version, or why there are none.</summary>
    /// <param name="version">The version.</param>
    /// <param name="passages">Its passages in order.</param>
    /// <param name="tell">Told after each batch.</param>
    /// <param name="cancel">Stops.</param>
    internal async Task<(List<VectorEntry> Entries, ModelFailure? Failure)> OfAsync(
        uint version, IReadOnlyList<(uint Ordinal, string Text)> passages, Func<Task> tell, CancellationToken cancel)
    {
        var entries = new List<VectorEntry>(passages.Count);
        foreach (var batch in passages.Chunk(EmbeddingEndpoint.MostTexts))
        {
            if (await AddAsync(version, batch, entries, cancel) is { } failure)
            {
                return (entries, failure);
            }

            await tell();
        }

        return (entries, null);
    }

    private async Task<ModelFailure?> AddAsync(uint version, (uint Ordinal, string Text)[] batch, List<VectorEntry> entries, CancellationToken cancel)
    {
        var embedded = await endpoint.EmbedAsync(embedding, [.. batch.Select(p => p.Text)], purpose, cancel);
        if (embedded.Vectors is { } made)
        {
            _anyMade = true;
            entries.AddRange(batch.Zip(made, (p, vector) => new VectorEntry(version, p.Ordinal, vector)));
            return null;
        }

        if (embedded.Failure is not (ModelFailure.Refused or ModelFailure.NotAVector or ModelFailure.PersonalData))
        {
            return embedded.Failure;
        }

        if (batch.Length > 1)
        {
            var half = batch.Length / 2;
            return await AddAsync(version, batch[..half], entries, cancel) ?? await AddAsync(version, batch[half..], entries, cancel);
        }

        // A server that has taken nothing at all is out of order; one that takes others cannot take this text. What the gate holds back says nothing of it.
        if (!_anyMade && embedded.Failure != ModelFailure.PersonalData)
        {
            return embedded.Failure;
        }

        Skipped++;
        return null;
    }
}
