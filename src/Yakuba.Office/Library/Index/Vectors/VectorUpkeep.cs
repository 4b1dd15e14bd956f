using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models.Embedding;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>Looks every few seconds, while the server runs, whether passages lack vectors, and asks for the job that makes them.</summary>
/// <remarks>One place for all reasons: an import, another title, another model, a damaged file, a job that failed or gave way to others.</remarks>
internal sealed class VectorUpkeep(Database database, EmbeddingEndpoint endpoint, LibraryVectors vectors, LibraryExam exam, JobQueue jobs, TimeProvider time) : BackgroundService
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    internal static readonly TimeSpan RestAfterFailure = TimeSpan.FromMinutes(5);

    // What may not be sent may be sent when the municipality decides anew: worth a look, not one every five minutes.
    internal static readonly TimeSpan RestWithoutVectors = TimeSpan.FromDays(1);

    /// <summary>Asks for the job when it is needed and neither waiting nor running, and did not just fail.</summary>
    /// <returns>The job's id, or null.</returns>
    internal async Task<string?> LookAsync(CancellationToken cancel)
    {
        if (await endpoint.FindAsync(cancel) is not { } embedding)
        {
            return null;
        }

        var missing = await MissingAsync(embedding, cancel);
        var isExamDue = await exam.IsDueAsync(embedding, cancel);
        if (missing.Count == 0 && !isExamDue)
        {
            return null;
        }

        var last = (await jobs.ListAsync(100, cancel)).FirstOrDefault(j => j.Kind == VectorJob.Kind);
        if (last is { IsOver: false } || (last is not null && Rest(last, missing, isExamDue) is { Ticks: > 0 } rest && JapanTime.TimeFromStore(last.EndedAt) + rest > time.GetUtcNow()))
        {
            return null;
        }

        await using var work = await database.BeginAsync(cancel);
        var id = await jobs.EnqueueAsync(work, VectorJob.Kind, new { }, Actor.System(Actor.NewRequestId()), cancel);
        await work.CommitAsync(cancel);
        return id;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookQuietlyAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops, or is taken down without a stop: either way there is nothing left to look after.
        }
    }

    private async Task LookQuietlyAsync(CancellationToken cancel)
    {
        try
        {
            await LookAsync(cancel);
        }
        catch (Exception e) when (StorageProblems.From(e) is not null)
        {
            // The store cannot be used now; jobs say so in the log already. The next look comes soon.
        }
    }

    // A server that is down, or that cannot take a passage, is not asked again every few seconds.
    private static TimeSpan Rest(JobStatus ended, IReadOnlyList<uint> missing, bool isExamDue)
    {
        if (ended.State != "done")
        {
            return RestAfterFailure;
        }

        var report = JsonSerializer.Deserialize<VectorReport>(ended.Output)!;
        return report.Skipped == 0 ? TimeSpan.Zero
            : !isExamDue && missing.All(report.Without.Contains) ? RestWithoutVectors
            : RestAfterFailure;
    }

    private async Task<IReadOnlyList<uint>> MissingAsync(AttachedEmbedding embedding, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        using var snapshot = vectors.Snapshot();
        return await MissingVectors.VersionsAsync(read, embedding, snapshot, cancel);
    }
}
