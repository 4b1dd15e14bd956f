using System.Globalization;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>How imports stand, for the person who started them and for those who look after the machine.</summary>
public sealed class ImportProgress(Database database, JobQueue jobs)
{
    /// <summary>One import.</summary>
    /// <returns>Null when there is none, or it is somebody else's: the two are never told apart.</returns>
    public async Task<ImportModel?> FindAsync(Guid id, Principal who, CancellationToken cancel)
    {
        var job = id.ToString("D", CultureInfo.InvariantCulture);
        await using var read = await database.ReadAsync(cancel);
        if (await ImportLines.StarterAsync(read, job, cancel) is not { } starter
            || !(who.IsStaff && (starter == who.UserId || who.May(Right.ReadHealth)))
            || await jobs.FindAsync(job, cancel) is not { } status)
        {
            return null;
        }

        var lines = (await ImportLines.ReadAsync(read, job, cancel)).OrderBy(l => l.Key).Select(l => l.Value).ToList();
        return new ImportModel($"/library/imports/{job}", status.IsOver, lines.Count, Math.Max(status.All, lines.Count), status.Note, [.. lines.Select(Line)])
        {
            Failure = status.State switch
            {
                "failed" => status.Problem,
                "cancelled" => "取込みは中止されました。登録し直すと、残りのファイルを取り込みます。",
                _ => "",
            },
            Passages = lines.Sum(l => l.Outcome is ImportOutcome.Added or ImportOutcome.NewVersion ? (long)l.Passages : 0),
        };
    }

    private static ImportedFileLine Line(ImportedFile file) => new(
        file.File,
        file.Outcome switch
        {
            ImportOutcome.Refused => FileOutcome.Unreadable,
            ImportOutcome.Unchanged or ImportOutcome.Duplicate => FileOutcome.Unchanged,
            _ => file.Doubts > 0 ? FileOutcome.Doubtful : FileOutcome.Filed,
        },
        file.Notes,
        file.Version);
}
