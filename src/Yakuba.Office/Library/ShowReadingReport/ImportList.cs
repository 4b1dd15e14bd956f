using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.ShowReadingReport;

/// <summary>One import in the list of imports.</summary>
/// <param name="Job">Its id.</param>
/// <param name="State">As <see cref="ImportModel.State"/>.</param>
/// <param name="Wish">As <see cref="ImportModel.Wish"/>.</param>
/// <param name="StartedAt">When it was asked for.</param>
/// <param name="StartedBy">By whom, by name.</param>
/// <param name="Files">Files in all.</param>
/// <param name="Filed">New documents and versions.</param>
/// <param name="Same">Files of the same content as before, or as another document.</param>
/// <param name="Unreadable">Files that could not be read.</param>
/// <param name="Held">Files kept out of search until someone has decided about personal data in them.</param>
public sealed record ImportListLine(string Job, string State, string Wish, DateTimeOffset StartedAt, string StartedBy, long Files, long Filed, long Same, long Unreadable, long Held);

/// <summary>Imports so far, newest first: a person's own, and all for those who look after the machine.</summary>
public sealed class ImportList(Database database, PeopleList people, TimeProvider time)
{
    /// <summary>Imports on one page.</summary>
    public const int OnPage = 50;

    /// <summary>One page of the list.</summary>
    /// <param name="who">The person.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Imports in all, and those of the page.</returns>
    public async Task<(long All, IReadOnlyList<ImportListLine> Lines)> ListAsync(Principal who, int page, CancellationToken cancel) =>
        await ListAsync(who.May(Right.ReadHealth) ? null : who.UserId, OnPage, page, cancel);

    /// <summary>The newest imports, for the operator at the machine.</summary>
    public async Task<IReadOnlyList<ImportListLine>> NewestAsync(int most, CancellationToken cancel) => (await ListAsync(null, most, 1, cancel)).Lines;

    private async Task<(long All, IReadOnlyList<ImportListLine> Lines)> ListAsync(string? starter, int most, int page, CancellationToken cancel)
    {
        var whose = starter is null ? "" : " WHERE r.started_by = @starter";
        await using var read = await database.ReadAsync(cancel);
        var all = await read.CountAsync($"SELECT count(*) FROM import_run r JOIN job j ON j.id = r.job{whose}", new { starter = starter ?? "" }, cancel);
        var shown = $"FROM import_run r JOIN job j ON j.id = r.job{whose} ORDER BY j.created_at DESC, r.job DESC LIMIT @most OFFSET @skipped";
        var wanted = new { starter = starter ?? "", most = (long)most, skipped = (long)(page - 1) * most, now = time.GetUtcNow().ToStore() };
        var rows = await read.QueryAsync<Row>(
            $"SELECT r.job AS Job, {JobQueue.ShownState} AS State, j.wish AS Wish, j.created_at AS CreatedAt, r.started_by AS StartedBy, j.all_steps AS Files {shown}", wanted, cancel);
        var counts = (await read.QueryAsync<Count>(
            $"SELECT l.job AS Job, l.outcome AS Outcome, count(*) AS Files FROM import_line l JOIN (SELECT r.job {shown}) p ON p.job = l.job GROUP BY l.job, l.outcome", wanted, cancel)).ToLookup(c => c.Job);
        var names = await people.NamesAsync(read, cancel);
        return (all, [.. rows.Select(r => Line(r, [.. counts[r.Job]], names))]);
    }

    private static ImportListLine Line(Row row, IReadOnlyList<Count> counts, IReadOnlyDictionary<string, string> names)
    {
        return new ImportListLine(
            row.Job,
            row.State,
            row.Wish,
            JapanTime.TimeFromStore(row.CreatedAt),
            ImportProgress.Name(row.StartedBy, names),
            Math.Max(row.Files, counts.Sum(c => c.Files)),
            Of(ImportOutcome.Added, ImportOutcome.NewVersion),
            Of(ImportOutcome.Unchanged, ImportOutcome.Duplicate),
            Of(ImportOutcome.Refused),
            Of(ImportOutcome.Held));

        long Of(params ImportOutcome[] outcomes) => counts.Where(c => outcomes.Any(o => o.ToString() == c.Outcome)).Sum(c => c.Files);
    }

    private sealed record Row(string Job, string State, string Wish, string CreatedAt, string StartedBy, long Files);

    private sealed record Count(string Job, string Outcome, long Files);
}
