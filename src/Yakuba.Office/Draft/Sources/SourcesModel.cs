using Yakuba.Office.Draft.Store;
using Yakuba.Platform;

namespace Yakuba.Office.Draft.Sources;

/// <summary>What the page on which sources are found shows. Everything in it the person may read.</summary>
/// <remarks>Posts <c>was</c>, <c>into</c> and <c>take</c> (<c>VERSION:ORDINAL</c>, or the id of a past draft) to <c>/drafts/ID/sources</c>.</remarks>
/// <param name="Card">The draft.</param>
/// <param name="Words">What was looked for; empty at first.</param>
/// <param name="Passages">Passages of the library, best first.</param>
/// <param name="Past">Drafts of the past.</param>
public sealed record SourcesModel(DraftCard Card, string Words, IReadOnlyList<SourceHit> Passages, IReadOnlyList<SourceHit> Past)
{
    /// <summary>Why it was not put in, or null.</summary>
    public Problem? Problem { get; init; }
}

/// <summary>Something that can be put in.</summary>
/// <param name="Take">What the form sends.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="Place">Where in it; may be empty.</param>
/// <param name="Href">Opens it.</param>
/// <param name="Quote">The words that would be put in.</param>
public sealed record SourceHit(string Take, string Title, string Place, string Href, string Quote);
