using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Templates;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;

namespace Yakuba.Office.Draft.WriteDraft;

/// <summary>What the page on which a draft is written shows.</summary>
/// <remarks>Posts <c>was</c>, <c>part-ROLE</c> for each part and <c>fact-NAME</c> for each slot to <c>/drafts/ID/edit</c>; <c>act</c> is <c>save</c> or <c>look</c>.</remarks>
/// <param name="Card">The draft.</param>
/// <param name="Was">Number of the version that the person began with.</param>
/// <param name="Text">The text as it would be saved.</param>
/// <param name="Template">Its template.</param>
public sealed record EditDraftModel(DraftCard Card, int Was, DraftText Text, DraftTemplate Template)
{
    /// <summary>What is filled in, by name of the slot.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>What was typed, where it could not be taken over; null otherwise.</summary>
    public IReadOnlyDictionary<PartRole, string>? Typed { get; init; }

    /// <summary>Kinds of personal data found; empty where there are none.</summary>
    public string Personal { get; init; } = "";

    /// <summary>Why it was not saved, or null.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The words of a part as the form shows them.</summary>
    public string WordsOf(PartRole role) => Typed?.GetValueOrDefault(role) ?? Text.Words(role);
}
