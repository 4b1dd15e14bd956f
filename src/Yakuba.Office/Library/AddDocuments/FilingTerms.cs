using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>As what files are to be filed, once it is known that the person may.</summary>
/// <param name="Section">Code of the owner section.</param>
/// <param name="Label">Label of every file.</param>
/// <param name="Publish">True to publish at once what can be read.</param>
internal sealed record FilingTerms(string Section, Label Label, bool Publish)
{
    private VersionState Target => Publish ? VersionState.Published : VersionState.Draft;

    /// <summary>One file under these terms.</summary>
    /// <param name="path">Where it lies on this machine.</param>
    /// <param name="relative">Where it lay in the person's folder: what makes it the same document next time.</param>
    /// <param name="refusal">Name of the problem that keeps it from being read; empty to read it.</param>
    internal ImportItem Item(string path, string relative, string refusal) =>
        new(path, $"{Section}:{relative}", relative[(relative.LastIndexOf('/') + 1)..], Section, Label, Target) { Refusal = refusal };
}

/// <summary>Judges whether a person may file as asked. Asked again when the import begins: rights may have changed since the files were announced.</summary>
internal sealed class FilingDesk(Database database, ImportFilesHandler import)
{
    /// <summary>Reads the terms.</summary>
    /// <param name="section">Name or code of the owner section.</param>
    /// <param name="label">Name of the label; empty for the most open one.</param>
    /// <param name="publish">True to publish at once.</param>
    /// <param name="who">The person.</param>
    /// <param name="cancel">Stops.</param>
    internal async Task<Result<FilingTerms>> AskAsync(string section, string label, bool publish, Principal who, CancellationToken cancel)
    {
        if (Labels.Parse(label.Length > 0 ? label : Labels.All[0]) is not { } known)
        {
            return LibraryProblems.UnknownLabel.With(label);
        }

        await using var read = await database.ReadAsync(cancel);
        if (!(await import.SectionAsync(read, section, cancel)).TryGet(out var found, out var problem))
        {
            return problem;
        }

        if (!who.MayFileFor(found.Code))
        {
            return LibraryProblems.NotForThisSection;
        }

        return publish && !who.MayPublishFor(found.Code) ? LibraryProblems.MayNotPublish : new FilingTerms(found.Code, known, publish);
    }
}
