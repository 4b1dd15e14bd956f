using System.Text.Json;
using Yakuba.Platform;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.Importing;

/// <summary>Takes files on this machine into the library.</summary>
/// <param name="Paths">Files and folders, as full paths.</param>
/// <param name="Section">Name or code of the owner section.</param>
/// <param name="Label">Name of the label.</param>
/// <param name="Publish">True to publish at once, for people who may; else they arrive as drafts.</param>
public sealed record ImportFiles(IReadOnlyList<string> Paths, string Section, string Label, bool Publish);

/// <summary>Checks what is asked and starts the job.</summary>
public sealed class ImportFilesHandler(Database database, SectionList sections, JobQueue jobs)
{
    /// <summary>Starts the import.</summary>
    /// <returns>The job's id.</returns>
    public async Task<Result<string>> StartAsync(ImportFiles request, Actor by, CancellationToken cancel)
    {
        if (Labels.Parse(request.Label) is not { } label)
        {
            return LibraryProblems.UnknownLabel.With(request.Label);
        }

        await using var work = await database.BeginAsync(cancel);
        if (!(await SectionAsync(work, request.Section, cancel)).TryGet(out var section, out var problem))
        {
            return problem;
        }

        var plan = new ImportPlan(request.Paths, section.Code, label, request.Publish ? VersionState.Published : VersionState.Draft);
        return plan.Items().TryGet(out var items, out problem)
            ? await StartAsync(work, new ImportInput(items, ""), by, cancel)
            : problem;
    }

    /// <summary>Starts the import of items that are ready.</summary>
    public async Task<Result<string>> StartAsync(ImportInput input, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        return await StartAsync(work, input, by, cancel);
    }

    /// <summary>Reads the report of an import that is done.</summary>
    public static ImportReport Report(JobStatus done) => JsonSerializer.Deserialize<ImportReport>(done.Output)!;

    /// <summary>The section that was named; when none of that name is there, the problem lists those that are.</summary>
    internal async Task<Result<Section>> SectionAsync(Session session, string named, CancellationToken cancel)
    {
        var known = await sections.ListAsync(session, cancel);
        var all = string.Join("、", known.Select(s => $"{s.Name}（{s.Code}）"));
        return string.IsNullOrWhiteSpace(named)
            ? LibraryProblems.SectionNeeded.With($"登録済みの課: {all}")
            : sections.Find(known, named).Match<Result<Section>>(
                section => section,
                problem => problem.Name == AccountsProblems.UnknownSection.Name ? LibraryProblems.UnknownSection.With($"「{named}」。登録済みの課: {all}") : problem);
    }

    /// <summary>Asks for the import of items that are ready, in a transaction that the caller commits.</summary>
    internal async Task<string> EnqueueAsync(UnitOfWork work, ImportInput input, Actor by, CancellationToken cancel)
    {
        var id = await jobs.EnqueueAsync(work, ImportJob.Kind, input, by, cancel);
        await ImportLines.StartAsync(work, id, by.UserId, input, cancel);
        return id;
    }

    private async Task<Result<string>> StartAsync(UnitOfWork work, ImportInput input, Actor by, CancellationToken cancel)
    {
        var id = await EnqueueAsync(work, input, by, cancel);
        await work.CommitAsync(cancel);
        return id;
    }
}
