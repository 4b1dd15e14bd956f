using System.Text.Json;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Jobs;

/// <summary>Jobs as rows: asked for in the transaction of the change that needs them, taken by lease, visible while they go on.</summary>
public sealed class JobQueue(Database database, TimeProvider time)
{
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>The state of a row <c>j</c> as people see it at <c>@now</c>: one held whose process died is paused, too, since nobody takes it.</summary>
    public const string ShownState =
        "CASE WHEN j.wish = 'pause' AND (j.state = 'waiting' OR (j.state = 'running' AND j.lease_until < @now)) THEN 'paused' ELSE j.state END";

    private const string Columns =
        $"id AS Id, kind AS Kind, {ShownState} AS State, wish AS Wish, done_steps AS Done, all_steps AS \"All\", note AS Note, output AS Output, problem AS Problem, created_at AS CreatedAt, ended_at AS EndedAt";

    private readonly SemaphoreSlim _bell = new(0);

    /// <summary>Asks for a job. It starts after the unit of work has been committed.</summary>
    /// <returns>The job's id.</returns>
    public async Task<string> EnqueueAsync<T>(UnitOfWork work, string kind, T input, Actor by, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7().ToString("D");
        await work.ExecuteAsync(
            "INSERT INTO job (id, kind, input, state, actor, created_at) VALUES (@id, @kind, @input, 'waiting', @actor, @at)",
            new { id, kind, input = JsonSerializer.Serialize(input), actor = JsonSerializer.Serialize(by), at = time.GetUtcNow().ToStore() },
            cancel);
        work.AfterCommit(() => _bell.Release());
        return id;
    }

    /// <summary>A job of the same kind and input that has not ended and is not being taken back.</summary>
    /// <returns>Its id; null when there is none.</returns>
    public static Task<string?> FindUnfinishedAsync<T>(Session session, string kind, T input, CancellationToken cancel) => session.FirstOrDefaultAsync<string>(
        "SELECT id FROM job WHERE kind = @kind AND state IN ('waiting', 'running') AND wish <> 'cancel' AND input = @input ORDER BY created_at LIMIT 1",
        new { kind, input = JsonSerializer.Serialize(input) },
        cancel);

    /// <summary>What people see of a job.</summary>
    /// <returns>Null when there is no such job.</returns>
    public async Task<JobStatus?> FindAsync(string id, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return await read.SingleOrDefaultAsync<JobStatus>($"SELECT {Columns} FROM job j WHERE id = @id", new { id, now = time.GetUtcNow().ToStore() }, cancel);
    }

    /// <summary>The newest jobs first.</summary>
    public async Task<IReadOnlyList<JobStatus>> ListAsync(int most, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return await read.QueryAsync<JobStatus>($"SELECT {Columns} FROM job j ORDER BY created_at DESC LIMIT @most", new { most = (long)most, now = time.GetUtcNow().ToStore() }, cancel);
    }

    /// <summary>Takes back a job that has not ended. One that has begun ends at its next report, after it has put in order what it did.</summary>
    /// <returns>False when it had ended already.</returns>
    public Task<bool> CancelAsync(string id, CancellationToken cancel) => WishAsync(
        "UPDATE job SET wish = 'cancel', "
        + "ended_at = CASE WHEN state = 'waiting' AND attempts = 0 AND done_steps = 0 THEN @at ELSE ended_at END, "
        + "state = CASE WHEN state = 'waiting' AND attempts = 0 AND done_steps = 0 THEN 'cancelled' ELSE state END WHERE id = @id AND state IN ('waiting', 'running')",
        id,
        cancel);

    /// <summary>Holds a job until <see cref="ResumeAsync"/>, also over a new start of the program. A running one stops at its next report.</summary>
    /// <returns>False when it has ended, or is held or taken back already.</returns>
    public Task<bool> PauseAsync(string id, CancellationToken cancel) =>
        WishAsync("UPDATE job SET wish = 'pause' WHERE id = @id AND wish = '' AND state IN ('waiting', 'running')", id, cancel);

    /// <summary>Lets a held job go on.</summary>
    /// <returns>False when it was not held.</returns>
    public Task<bool> ResumeAsync(string id, CancellationToken cancel) =>
        WishAsync("UPDATE job SET wish = '' WHERE id = @id AND wish = 'pause' AND state IN ('waiting', 'running')", id, cancel);

    /// <summary>After a start of the only process that owns the store: work that was running then has no owner now, so nobody needs to wait for its lease. What this process itself has taken meanwhile stays taken.</summary>
    internal async Task FreeOrphansAsync(string owner, string? only, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await work.ExecuteAsync(
            "UPDATE job SET state = 'waiting', lease_owner = '' WHERE state = 'running' AND lease_owner <> @owner AND (@only = '' OR id = @only)", new { owner, only = only ?? "" }, cancel);
        await work.CommitAsync(cancel);
    }

    /// <summary>Waits until something was asked for, or a second has passed.</summary>
    internal Task WaitAsync(CancellationToken cancel) => _bell.WaitAsync(TimeSpan.FromSeconds(1), cancel);

    /// <summary>Whether a job runs, or waits and nobody holds it back.</summary>
    public async Task<bool> HasWorkAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return await read.CountAsync("SELECT count(*) FROM job WHERE state = 'running' OR (state = 'waiting' AND wish <> 'pause')", cancel: cancel) > 0;
    }

    /// <summary>Takes the oldest job that waits or whose owner died.</summary>
    internal async Task<TakenJob?> TakeAsync(string owner, string? only, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using (var look = await database.ReadAsync(cancel))
        {
            if (await look.CountAsync(
                "SELECT count(*) FROM job WHERE wish <> 'pause' AND (state = 'waiting' OR (state = 'running' AND lease_until < @now)) AND (@only = '' OR id = @only)",
                new { now = now.ToStore(), only = only ?? "" },
                cancel) == 0)
            {
                return null;
            }
        }

        await using var work = await database.BeginAsync(cancel);
        var job = await work.FirstOrDefaultAsync<TakenJob>(
            "SELECT id AS Id, kind AS Kind, input AS Input, actor AS Actor, attempts AS Attempts FROM job "
            + "WHERE wish <> 'pause' AND (state = 'waiting' OR (state = 'running' AND lease_until < @now)) AND (@only = '' OR id = @only) ORDER BY created_at LIMIT 1",
            new { now = now.ToStore(), only = only ?? "" },
            cancel);
        if (job is null)
        {
            return null;
        }

        await work.ExecuteAsync(
            "UPDATE job SET state = 'running', attempts = attempts + 1, lease_owner = @owner, lease_until = @until WHERE id = @Id",
            new { job.Id, owner, until = (now + Lease).ToStore() },
            cancel);
        await work.CommitAsync(cancel);
        return job;
    }

    /// <summary>Stores progress and extends the lease.</summary>
    /// <remarks>Progress also forgets how often the work was begun in vain: only what dies again and again at one place is given up.</remarks>
    /// <returns>False when the job is to stop here, or was taken by another process.</returns>
    internal async Task<bool> ReportAsync(string id, string owner, JobProgress progress, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        var changed = await work.ExecuteAsync(
            "UPDATE job SET attempts = CASE WHEN @Done > done_steps THEN 0 ELSE attempts END, done_steps = @Done, all_steps = @All, note = @Note, lease_until = @until "
            + "WHERE id = @id AND lease_owner = @owner AND state = 'running' AND wish = ''",
            new { id, owner, progress.Done, progress.All, progress.Note, until = (time.GetUtcNow() + Lease).ToStore() },
            cancel);
        await work.CommitAsync(cancel);
        return changed == 1;
    }

    /// <summary>Stores how the job ended.</summary>
    internal async Task EndAsync(string id, string owner, string state, string output, string problem, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await work.ExecuteAsync(
            "UPDATE job SET state = @state, output = @output, problem = @problem, ended_at = @at WHERE id = @id AND lease_owner = @owner AND state = 'running'",
            new { id, owner, state, output, problem, at = time.GetUtcNow().ToStore() },
            cancel);
        await work.CommitAsync(cancel);
    }

    /// <summary>Lets a job go that is not at its end: the process stops, or somebody held it or took it back. None of that counts as a try.</summary>
    internal async Task ReleaseAsync(string id, string owner)
    {
        await using var work = await database.BeginAsync(CancellationToken.None);
        await work.ExecuteAsync(
            "UPDATE job SET lease_owner = '', attempts = CASE WHEN attempts > 0 THEN attempts - 1 ELSE 0 END, "
            + "ended_at = CASE WHEN wish = 'cancel' THEN @at ELSE '' END, state = CASE WHEN wish = 'cancel' THEN 'cancelled' ELSE 'waiting' END "
            + "WHERE id = @id AND lease_owner = @owner AND state = 'running'",
            new { id, owner, at = time.GetUtcNow().ToStore() });
        await work.CommitAsync(CancellationToken.None);
    }

    private async Task<bool> WishAsync(string sql, string id, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        var changed = await work.ExecuteAsync(sql, new { id, at = time.GetUtcNow().ToStore() }, cancel);
        work.AfterCommit(() => _bell.Release());
        await work.CommitAsync(cancel);
        return changed == 1;
    }

    internal sealed record TakenJob(string Id, string Kind, string Input, string Actor, long Attempts);
}
