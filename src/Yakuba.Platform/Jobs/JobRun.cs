namespace Yakuba.Platform.Jobs;

/// <summary>One run of a job, as its kind sees it.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Input">The input as JSON, as the room enqueued it.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Attempt">1 for the first run; more after a process died at the same place.</param>
/// <param name="ReportAsync">Stores how far the work has come and extends the lease; throws <see cref="OperationCanceledException"/> where the work is to stop. Call it at least every 20 seconds.</param>
/// <param name="Services">The municipality's services.</param>
public sealed record JobRun(string Id, string Input, Actor By, int Attempt, Func<JobProgress, Task> ReportAsync, IServiceProvider Services);

/// <summary>How far long work has come.</summary>
/// <param name="Done">Steps done.</param>
/// <param name="All">Steps in all; 0 while unknown.</param>
/// <param name="Note">What is being done, in Japanese, such as the file's name.</param>
public sealed record JobProgress(long Done, long All, string Note);
