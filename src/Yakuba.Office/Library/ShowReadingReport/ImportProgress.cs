using System.Globalization;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.ShowReadingReport;

/// <summary>How imports stand, for the person who started them and for those who look after the machine.</summary>
public sealed class ImportProgress(Database database, JobQueue jobs, ReadableVersions rights, PeopleList people, SectionList sections)
{
    private const int FilesOfPace = 30;
    private const string Hidden = "（閲覧できない文書）";

    /// <summary>One import.</summary>
    /// <returns>Null when there is none, or it is somebody else's: the two are never told apart.</returns>
    public async Task<ImportModel?> FindAsync(Guid id, Principal who, CancellationToken cancel)
    {
        var job = id.ToString("D", CultureInfo.InvariantCulture);
        await using var read = await database.ReadAsync(cancel);
        return await RunAsync(read, job, cancel) is { } run && SteerImport.IsSeenBy(who, run.StartedBy) && await ModelAsync(read, run, SteerImport.IsSteeredBy(who, run.StartedBy), cancel) is { } model
            ? Readable(model, run.StartedBy == who.UserId, [.. (await rights.AllAsync(who, cancel)).Select(v => (long)v.Number)])
            : null;
    }

    // Who looks after the machine sees how an import went, and no name of what they may not read; nor does who started it, once they may not read the version that a file became.
    private static ImportModel Readable(ImportModel model, bool isOwn, HashSet<long> readable) => model with
    {
        Note = isOwn ? model.Note : "",
        Whole = model.Summary,
        Files = [.. model.Files.Select(f => (f.Version == 0 ? isOwn : readable.Contains(f.Version)) ? f : f with { FileName = Hidden, Path = Hidden, Title = "", Notes = [], Findings = null, Version = 0 })],
    };

    /// <summary>One import, for the operator at the machine.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<ImportModel?> FindAsync(string job, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return await RunAsync(read, job, cancel) is { } run ? await ModelAsync(read, run, true, cancel) : null;
    }

    private static Task<Run?> RunAsync(Session read, string job, CancellationToken cancel) => read.SingleOrDefaultAsync<Run>(
        "SELECT job AS Job, started_by AS StartedBy, section AS Sections FROM import_run WHERE job = @job", new { job }, cancel);

    private async Task<ImportModel?> ModelAsync(Session read, Run run, bool maySteer, CancellationToken cancel)
    {
        if (await jobs.FindAsync(run.Job, cancel) is not { } status)
        {
            return null;
        }

        var lines = (await ImportLines.ReadAsync(read, run.Job, cancel)).OrderBy(l => l.Key).Select(l => Line(l.Key + 1, l.Value)).ToList();
        var named = (await sections.ListAsync(read, cancel)).ToDictionary(s => s.Code, s => s.Name);
        return new ImportModel(run.Job, status.State, status.IsOver, lines.Count, Math.Max(status.All, lines.Count), status.Note, lines)
        {
            Wish = status.IsOver || status.State == "paused" ? "" : status.Wish,
            StartedBy = Name(run.StartedBy, await people.NamesAsync(read, cancel)),
            Sections = [.. run.Sections.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(c => named.GetValueOrDefault(c, c))],
            StartedAt = JapanTime.TimeFromStore(status.CreatedAt),
            EndedAt = status.EndedAt.Length > 0 ? JapanTime.TimeFromStore(status.EndedAt) : null,
            SecondsLeft = status.State == "running" && status.Wish.Length == 0 ? SecondsLeft(await ImportLines.PaceAsync(read, run.Job, FilesOfPace, cancel), status.All - lines.Count) : null,
            Failure = status.State switch
            {
                "failed" => status.Problem,
                "cancelled" => "取込みは中止されました。取り込んだ文書はそのまま残っています。残りは、登録し直すと取り込みます。",
                _ => "",
            },
            MaySteer = maySteer,
        };
    }

    /// <summary>The name of one who started an import.</summary>
    internal static string Name(string id, IReadOnlyDictionary<string, string> names) => id switch
    {
        "console" => "サーバ操作者",
        "system" => "システム",
        _ => names.GetValueOrDefault(id, "（いない利用者）"),
    };

    private static int? SecondsLeft(IReadOnlyList<string> newestFirst, long files)
    {
        if (newestFirst.Count < 5 || files <= 0)
        {
            return null;
        }

        var span = JapanTime.TimeFromStore(newestFirst[0]) - JapanTime.TimeFromStore(newestFirst[^1]);
        return span > TimeSpan.Zero ? (int)Math.Ceiling(span.TotalSeconds / (newestFirst.Count - 1) * files) : null;
    }

    private static ImportedFileLine Line(int number, ImportedFile file) => new(
        file.File,
        file.Outcome switch
        {
            ImportOutcome.Refused => FileOutcome.Unreadable,
            ImportOutcome.Unchanged => FileOutcome.Unchanged,
            ImportOutcome.Duplicate => FileOutcome.Duplicate,
            ImportOutcome.Held => FileOutcome.Held,
            _ => file.Doubts > 0 ? FileOutcome.Doubtful : FileOutcome.Filed,
        },
        file.Notes,
        file.Outcome == ImportOutcome.Held ? 0 : file.Version) // its page does not open
    {
        Number = number,
        Path = file.Path.Length > 0 ? file.Path : file.File,
        Title = file.Title,
        IsNewVersion = file.Outcome == ImportOutcome.NewVersion,
        Problem = file.Problem,
        Passages = file.Passages,
        FaqEntries = file.FaqEntries,
        Doubts = file.Doubts,
        Findings = file.Findings,
    };

    private sealed record Run(string Job, string StartedBy, string Sections);
}
