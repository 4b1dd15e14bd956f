using System.Text.Json.Nodes;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Platform.Models.CheckModel;

/// <summary>What a check asks.</summary>
/// <param name="Questions">Judged questions, one JSON object a line; empty for questions made from the published FAQ.</param>
/// <param name="Most">Most questions to ask, spread evenly over those there are; 1 to 2,000.</param>
public sealed record CheckModelInput(string Questions, int Most)
{
    /// <summary>Questions made from the municipality's own FAQ.</summary>
    public static CheckModelInput OwnFaq { get; } = new("", 60);
}

/// <summary>Begins a check. The work itself is a job of the room that answers questions.</summary>
public sealed class CheckModelHandler(Database database, JobQueue jobs, AuditTrail audit)
{
    /// <summary>Name of the job's kind; its output is a list of <see cref="ScoreSheet"/>.</summary>
    public const string Kind = "model-check";

    /// <summary>Begins a check of the attached model, or of the composer that quotes when there is none.</summary>
    /// <returns>The job's id.</returns>
    public async Task<Result<string>> StartAsync(CheckModelInput input, Actor by, CancellationToken cancel)
    {
        if (input.Questions.Length > 0 && CheckQuestion.ParseLines(input.Questions).Problem is { } problem)
        {
            return problem;
        }

        if (await RunningAsync(jobs, cancel) is not null)
        {
            return ModelProblems.CheckRuns;
        }

        await using var work = await database.BeginAsync(cancel);
        var job = await jobs.EnqueueAsync(work, Kind, input, by, cancel);
        await audit.AppendAsync(work, by, "model-check-begun", new JsonObject { ["job"] = job }, cancel);
        await work.CommitAsync(cancel);
        return job;
    }

    internal static async Task<JobStatus?> RunningAsync(JobQueue jobs, CancellationToken cancel) =>
        (await jobs.ListAsync(50, cancel)).FirstOrDefault(j => j.Kind == Kind && !j.IsOver);
}
