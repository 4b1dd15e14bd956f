using System.Text.Json.Nodes;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.Exporting;

/// <summary>Takes an export in. Everything is checked before anything is changed; then an import does the work, which goes on after a kill like any other.</summary>
internal sealed class TakeLibraryHandler(Database database, SectionList sections, ImportFilesHandler import, AuditTrail audit)
{
    private const int MostNamed = 10;

    /// <summary>Checks the folder and starts the import, or goes on with one of the same folder that was broken off.</summary>
    /// <returns>The job's id.</returns>
    internal async Task<Result<string>> StartAsync(string folder, Actor by, Action<long, long, string> tell, CancellationToken cancel)
    {
        if (!(await ExportFolder.ReadAsync(folder, tell, cancel)).TryGet(out var found, out var problem))
        {
            return problem;
        }

        await using var work = await database.BeginAsync(cancel);
        if (await UnknownSectionsAsync(work, found.Export, cancel) is { } unknown)
        {
            return unknown;
        }

        if (await ConflictAsync(work, found.Export, cancel) is { } conflict)
        {
            return conflict;
        }

        var items = found.Export.Documents.SelectMany(d => d.Versions.Select(v => Item(found.Folder, d, v))).ToList();
        var reorganisations = found.Export.Reorganisations ?? [];
        if (items.Count + reorganisations.Count == 0)
        {
            return LibraryProblems.NothingToImport;
        }

        // A list names the hash of each file, so what the one that was broken off has taken in is what this one would.
        var input = new ImportInput(items, "") { Reorganisations = reorganisations };
        if (await JobQueue.FindUnfinishedAsync(work, ImportJob.Kind, input, cancel) is { } begun)
        {
            return begun;
        }

        foreach (var person in found.Export.People)
        {
            await ExportedPeople.KeepAsync(work, person, cancel);
        }

        var job = await import.EnqueueAsync(work, input, by, cancel);
        var facts = new JsonObject { ["documents"] = found.Export.Documents.Count, ["versions"] = items.Count, ["reorganisations"] = reorganisations.Count, ["list-sha256"] = found.ListSha256, ["job"] = job };
        await audit.AppendAsync(work, by, LibraryActions.ExportTaken, facts, cancel);
        await work.CommitAsync(cancel);
        return job;
    }

    private async Task<Problem?> UnknownSectionsAsync(Session session, LibraryExport export, CancellationToken cancel)
    {
        var known = (await sections.ListAsync(session, cancel)).Select(s => s.Code).ToHashSet();
        var names = export.Sections.ToDictionary(s => s.Code, s => s.Name);
        var unknown = export.Documents.SelectMany(d => d.Readers.Append(d.Section)).Distinct().Where(c => !known.Contains(c)).Order(StringComparer.Ordinal).ToList();
        return unknown.Count == 0 ? null : ExportProblems.Sections.With(string.Join('、', unknown.Select(c => $"{c} {names.GetValueOrDefault(c, "（名前なし）")}")));
    }

    /// <summary>What is here under the same id, place and number must be the same: then this is the second run.</summary>
    private static async Task<Problem?> ConflictAsync(Session session, LibraryExport export, CancellationToken cancel)
    {
        var here = await session.QueryAsync<Here>("SELECT d.id AS Id, d.source_key AS SourceKey, v.ordinal AS Ordinal, v.sha256 AS Sha256 FROM document d JOIN version v ON v.document_id = d.id WHERE v.indexed = 1", cancel: cancel);
        var byKey = here.GroupBy(h => h.SourceKey).ToDictionary(g => g.Key, g => g.First().Id);
        var versions = here.ToDictionary(h => (h.Id, h.Ordinal), h => h.Sha256);
        var conflicts = export.Documents
            .Where(d => (byKey.TryGetValue(d.SourceKey, out var other) && other != d.Id) || d.Versions.Any(v => versions.TryGetValue((d.Id, v.Ordinal), out var hash) && hash != v.Sha256))
            .Select(d => d.SourceKey)
            .ToList();
        return conflicts.Count == 0 ? null : ExportProblems.Conflict.With(string.Join('、', conflicts.Take(MostNamed)) + (conflicts.Count > MostNamed ? $" ほか{conflicts.Count - MostNamed}件" : ""));
    }

    private static ImportItem Item(string folder, ExportedDocument document, ExportedVersion version) => new(
        Path.Combine(folder, version.Original),
        document.SourceKey,
        version.FileName,
        document.Section,
        Labels.Parse(document.Label)!.Value,
        VersionStates.Parse(version.State)!.Value)
    {
        Title = version.Title,
        Readers = document.Readers,
        Kept = new KeptVersion(document.Id, document.CreatedAt, version.Ordinal, version.Kind, version.Sha256, version.Imported.At, version.Imported.By, version.ChangedAt)
        {
            ValidFrom = version.ValidFrom ?? "",
            ValidTo = version.ValidTo ?? "",
            ReviewOn = version.ReviewOn ?? "",
            ConfirmedAt = version.Confirmed?.At ?? "",
            ConfirmedBy = version.Confirmed?.By ?? "",
            ReviewedAt = version.Reviewed?.At ?? "",
            ReviewedBy = version.Reviewed?.By ?? "",
            PublishedAt = version.Published?.At ?? "",
            PublishedBy = version.Published?.By ?? "",
            RetiredFrom = version.Retired?.From ?? "",
            RetiredAt = version.Retired?.At ?? "",
            RetiredBy = version.Retired?.By ?? "",
            RetiredReason = version.Retired?.Reason ?? "",
            Reviews = version.Reviews ?? [],
        },
    };

    private sealed record Here(string Id, string SourceKey, long Ordinal, string Sha256);
}
