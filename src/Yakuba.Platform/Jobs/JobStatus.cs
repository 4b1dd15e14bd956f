namespace Yakuba.Platform.Jobs;

/// <summary>What people see of a job.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Kind">Name of its kind.</param>
/// <param name="State"><c>waiting</c>, <c>running</c>, <c>paused</c>, <c>done</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="Wish"><c>pause</c> or <c>cancel</c> once a person asked for it, also while the work has not come to a place where it can stop; else empty.</param>
/// <param name="Done">Steps done.</param>
/// <param name="All">Steps in all; 0 while unknown.</param>
/// <param name="Note">What is being done.</param>
/// <param name="Output">The result as JSON once done.</param>
/// <param name="Problem">The problem's words once failed.</param>
/// <param name="CreatedAt">When it was asked for, as stored.</param>
/// <param name="EndedAt">When it ended, or empty.</param>
public sealed record JobStatus(string Id, string Kind, string State, string Wish, long Done, long All, string Note, string Output, string Problem, string CreatedAt, string EndedAt)
{
    /// <summary>True once nothing more will happen.</summary>
    public bool IsOver => State is "done" or "failed" or "cancelled";
}
