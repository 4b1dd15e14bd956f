using System.Text.Json;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Search.Vectors;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>What a job made.</summary>
/// <param name="Versions">Versions done; those of <see cref="Without"/> have no vectors.</param>
/// <param name="Passages">Passages of these.</param>
/// <param name="Skipped">Passages that the server refused one by one, or that the gate of personal data held back; they are found by their words only.</param>
/// <param name="Left">Versions still without vectors: other work was waiting. The next job goes on.</param>
internal sealed record VectorReport(int Versions, int Passages, int Skipped, int Left)
{
    /// <summary>Versions that were done and have not one vector: all their passages were refused or held back.</summary>
    public IReadOnlyList<uint> Without { get; init; } = [];
}

/// <summary>Makes the vectors of passages that have none. What was made stays, whatever ends the job; running it again goes on.</summary>
internal sealed class VectorJob(Database database, EmbeddingEndpoint endpoint, LibraryVectors vectors, LibraryExam exam, JobQueue jobs)
{
    /// <summary>Name of the job's kind.</summary>
    internal const string Kind = "library-vectors";

    // A file a version would be slow to search, and a stop must not cost much.
    private const int PassagesInFile = 2_000;

    /// <summary>Does the work of one job.</summary>
    /// <returns>The <see cref="VectorReport"/> as JSON.</returns>
    internal async Task<Result<string>> RunAsync(JobRun run, CancellationToken cancel)
    {
        if (await endpoint.FindAsync(cancel) is not { } embedding)
        {
            return EmbeddingProblems.NotAttached;
        }

        var since = vectors.Changes;
        var missing = await MissingAsync(embedding, cancel);
        var maker = new VectorMaker(endpoint, embedding);
        var (batch, done, passages) = (new List<VectorEntry>(), 0, 0);
        var without = new List<uint>();
        foreach (var version in missing)
        {
            await run.ReportAsync(new JobProgress(done, missing.Count, ""));
            if (done > 0 && await OthersWaitAsync(cancel))
            {
                break;
            }

            var made = await maker.OfAsync(version, await TextsAsync(version, cancel), () => run.ReportAsync(new JobProgress(done, missing.Count, "")), cancel);
            if (made.Failure is { } failure)
            {
                vectors.Store(embedding.Label, batch, since);
                return EmbeddingProblems.Failed.With(failure.ToWords());
            }

            if (made.Entries.Count == 0)
            {
                without.Add(version);
            }

            batch.AddRange(made.Entries);
            (done, passages) = (done + 1, passages + made.Entries.Count);
            if (batch.Count >= PassagesInFile)
            {
                vectors.Store(embedding.Label, batch, since);
                batch.Clear();
            }
        }

        vectors.Store(embedding.Label, batch, since);
        await run.ReportAsync(new JobProgress(done, missing.Count, ""));
        if (done == missing.Count
            && await exam.HoldAsync(embedding, () => run.ReportAsync(new JobProgress(done, missing.Count, "言葉と比べた重みを測っています")), cancel) is { } unheld)
        {
            return EmbeddingProblems.Failed.With(unheld.ToWords());
        }

        return JsonSerializer.Serialize(new VectorReport(done, passages, maker.Skipped, missing.Count - done) { Without = without });
    }

    private async Task<IReadOnlyList<uint>> MissingAsync(AttachedEmbedding embedding, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        using var snapshot = vectors.Snapshot();
        if (await MissingVectors.LeftOverAsync(read, snapshot, cancel) is { Count: > 0 } left)
        {
            vectors.Remove(left);
        }

        return await MissingVectors.VersionsAsync(read, embedding, snapshot, cancel);
    }

    private async Task<IReadOnlyList<(uint Ordinal, string Text)>> TextsAsync(uint version, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return await MissingVectors.PassagesAsync(read, version, cancel);
    }

    // Jobs run one at a time, and a library's first vectors can take hours: an import must not wait for them.
    private async Task<bool> OthersWaitAsync(CancellationToken cancel) => (await jobs.ListAsync(20, cancel)).Any(j => j.State == "waiting" && j.Kind != Kind);
}
