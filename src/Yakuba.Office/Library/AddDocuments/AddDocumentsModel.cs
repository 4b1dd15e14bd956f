using Yakuba.Platform;
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
public sealed record AddDocumentsModel(IReadOnlyList<Choice> Sections, string Section, Label Label, bool MayPublish, long LargestFile, Problem? Problem = null);
