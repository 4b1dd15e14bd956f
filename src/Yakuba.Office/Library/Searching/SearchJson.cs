using Yakuba.Platform;
using Yakuba.Text;

namespace Yakuba.Office.Library.Searching;

/// <summary>What a search found, as the API, MCP and <c>--json</c> give it.</summary>
/// <param name="Passages">Best first.</param>
/// <param name="Phrases">What stood in quotation marks: every passage holds all of it, word for word.</param>
/// <param name="Meant">The words with what was misspelt mended (もしかして), to be searched again; empty when nothing is to be offered.</param>
public sealed record SearchJson(IReadOnlyList<PassageJson> Passages, IReadOnlyList<string> Phrases, string Meant)
{
    /// <summary>A search's result in this form.</summary>
    public static SearchJson Of(string words, IReadOnlyList<FoundPassage> found, string? meant) =>
        new([.. found.Select(PassageJson.Of)], [.. QuotedPhrase.Of(words).Select(p => p.Text)], meant ?? "");
}

/// <summary>A passage that was found.</summary>
/// <param name="Version">Number of the document's version.</param>
/// <param name="Passage">Number of the passage within it.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="Headings">Headings above it, outermost first.</param>
/// <param name="Place">Where it stands, in people's words.</param>
/// <param name="Key">Where it stands, as the document's page takes it.</param>
/// <param name="Label">Who may read it.</param>
/// <param name="Question">Question of a FAQ entry, or empty.</param>
/// <param name="Text">Its text.</param>
/// <param name="Score">Comparable within one search only.</param>
public sealed record PassageJson(
    uint Version, int Passage, string Title, IReadOnlyList<string> Headings, string Place, string Key, string Label, string Question, string Text, double Score)
{
    /// <summary>A passage in this form.</summary>
    public static PassageJson Of(FoundPassage p) =>
        new(p.Version.Number, p.Ordinal, p.Title, p.HeadingPath, p.From.ToLabel(), p.From.ToKey(), p.Version.Label.ToName(), p.Question, p.Text, p.Score);
}
