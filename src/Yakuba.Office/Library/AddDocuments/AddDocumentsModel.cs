using Yakuba.Platform;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.AddDocuments;

/// <summary>What the page for filing documents shows.</summary>
/// <remarks>Posts multipart to <c>/library/add</c>: <c>files</c> (many), <c>section</c>, <c>label</c>, <c>publish</c> (<c>on</c> or absent).</remarks>
/// <param name="Sections">Sections the person may file for: code and name.</param>
/// <param name="Section">The chosen section's code.</param>
/// <param name="Label">The chosen label.</param>
/// <param name="MayPublish">True when the person may publish at once.</param>
/// <param name="LargestFile">Largest file in bytes.</param>
/// <param name="Problem">Why the last files were refused, or null.</param>
public sealed record AddDocumentsModel(IReadOnlyList<Choice> Sections, string Section, Label Label, bool MayPublish, long LargestFile, Problem? Problem = null)
{
    /// <summary>What was begun to be sent and broken off, newest first.</summary>
    public IReadOnlyList<OpenUpload> Open { get; init; } = [];
}

/// <summary>Files that were announced and are here in part.</summary>
/// <param name="Id">The upload.</param>
/// <param name="StartedAt">When it was announced.</param>
/// <param name="Section">Name of the owner section.</param>
/// <param name="Files">Files in all.</param>
/// <param name="Here">Files that are here.</param>
/// <param name="First">Where the first file lay: tells people which folder it was.</param>
public sealed record OpenUpload(string Id, DateTimeOffset StartedAt, string Section, int Files, int Here, string First)
{
    internal static OpenUpload Of(SentUpload upload, UploadState state, IReadOnlyList<Section> sections) => new(
        upload.Id,
        upload.CreatedAt,
        sections.FirstOrDefault(s => s.Code == upload.Section)?.Name ?? upload.Section,
        state.Files.Count,
        state.Files.Count(f => f.IsHere),
        state.Files[0].Path);
}
