using Yakuba.Office.Draft.Templates;
using Yakuba.Platform;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Draft.WriteDraft;

/// <summary>What the page on which a draft is begun shows.</summary>
/// <remarks>Posts <c>template</c>, <c>section</c>, <c>label</c> and <c>fact-NAME</c> for each slot to <c>/drafts/new</c>.</remarks>
/// <param name="Templates">The kinds to choose from.</param>
/// <param name="Chosen">The kind chosen; null while none is.</param>
public sealed record NewDraftModel(IReadOnlyList<DraftTemplate> Templates, DraftTemplate? Chosen)
{
    /// <summary>What was typed, by name of the slot.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>The person's sections.</summary>
    public IReadOnlyList<Choice> Sections { get; init; } = [];

    /// <summary>Code of the chosen section.</summary>
    public string Section { get; init; } = "";

    /// <summary>Name of the chosen label.</summary>
    public string Label { get; init; } = "";

    /// <summary>Why it was refused, or null.</summary>
    public Problem? Problem { get; init; }
}
