using System.Text.Json;
using Yakuba.Platform.Data;
using Yakuba.Platform.Telemetry;

namespace Yakuba.Office.Library.Importing;

/// <summary>What became of each file of an import so far, kept with the rows that the file made.</summary>
internal static class ImportLines
{
    /// <summary>Notes who started an import, and for which sections.</summary>
    internal static Task StartAsync(UnitOfWork work, string job, string startedBy, ImportInput input, CancellationToken cancel) => work.ExecuteAsync(
        "INSERT INTO import_run (job, started_by, folder, section) VALUES (@job, @startedBy, @folder, @section)",
        new { job, startedBy, folder = Path.GetFileName(input.DeleteAfter), section = string.Join(',', input.Items.Select(i => i.Section).Distinct().Order(StringComparer.Ordinal)) },
        cancel);

    /// <summary>Id of the account that started an import; null when there is no such import.</summary>
    internal static Task<string?> StarterAsync(Session session, string job, CancellationToken cancel) =>
        session.SingleOrDefaultAsync<string>("SELECT started_by FROM import_run WHERE job = @job", new { job }, cancel);

    /// <summary>Folders of uploads that some import names, with that import.</summary>
    internal static Task<IReadOnlyList<UploadFolder>> FoldersAsync(Session session, CancellationToken cancel) =>
        session.QueryAsync<UploadFolder>("SELECT job AS Job, folder AS Folder FROM import_run WHERE folder <> ''", cancel: cancel);

    /// <summary>Keeps the line of one file.</summary>
    internal static Task KeepAsync(UnitOfWork work, string job, int index, uint version, ImportedFile line, string now, CancellationToken cancel)
    {
        work.AfterCommit(() => Measures.Arrived(OutcomeKey(line.Outcome)));
        return work.ExecuteAsync(
            "INSERT INTO import_line (job, idx, version, line, outcome, taken_at) VALUES (@job, @index, @version, @line, @outcome, @now) "
            + "ON CONFLICT (job, idx) DO UPDATE SET version = excluded.version, line = excluded.line, outcome = excluded.outcome, taken_at = excluded.taken_at",
            new { job, index = (long)index, version = (long)version, line = JsonSerializer.Serialize(line), outcome = line.Outcome.ToString(), now },
            cancel);
    }

    private static string OutcomeKey(ImportOutcome outcome) => outcome == ImportOutcome.NewVersion ? "new-version" : outcome.ToString().ToLowerInvariant();

    /// <summary>Tells in the line of a version that it was held and not shown.</summary>
    internal static async Task HoldAsync(UnitOfWork work, uint version, string note, CancellationToken cancel)
    {
        foreach (var row in await work.QueryAsync<Place>("SELECT job, idx, line FROM import_line WHERE version = @version", new { version = (long)version }, cancel))
        {
            var told = JsonSerializer.Deserialize<ImportedFile>(row.line)!;
            var line = JsonSerializer.Serialize(told with { Outcome = ImportOutcome.Held, Notes = [note, .. told.Notes] });
            await work.ExecuteAsync(
                "UPDATE import_line SET line = @line, outcome = @outcome WHERE job = @job AND idx = @idx", new { row.job, row.idx, line, outcome = nameof(ImportOutcome.Held) }, cancel);
        }
    }

    /// <summary>When the last files were taken in, newest first: tells how fast it goes.</summary>
    internal static Task<IReadOnlyList<string>> PaceAsync(Session session, string job, int most, CancellationToken cancel) => session.QueryAsync<string>(
        "SELECT taken_at FROM import_line WHERE job = @job AND taken_at <> '' ORDER BY taken_at DESC LIMIT @most", new { job, most = (long)most }, cancel);

    /// <summary>The lines so far by place in the import, in order.</summary>
    internal static async Task<IReadOnlyDictionary<int, ImportedFile>> ReadAsync(Session session, string job, CancellationToken cancel) =>
        (await session.QueryAsync<Row>("SELECT idx, line FROM import_line WHERE job = @job ORDER BY idx", new { job }, cancel))
            .ToDictionary(r => (int)r.idx, r => JsonSerializer.Deserialize<ImportedFile>(r.line)!);

    /// <summary>Drops the lines of files whose version is no longer there, so that these files are taken in again.</summary>
    internal static Task DropUnfinishedAsync(UnitOfWork work, string job, CancellationToken cancel) => work.ExecuteAsync(
        "DELETE FROM import_line WHERE job = @job AND version <> 0 AND NOT EXISTS (SELECT 1 FROM version v WHERE v.number = import_line.version)", new { job }, cancel);

    private sealed record Row(long idx, string line);

    private sealed record Place(string job, long idx, string line);
}

/// <summary>A folder of uploaded files and the import that takes them in.</summary>
internal sealed record UploadFolder(string Job, string Folder);
