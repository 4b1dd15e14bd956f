using System.Text.Json;
using Yakuba.Documents;
using Yakuba.Office.Library.Rights;
using Yakuba.Text;

namespace Yakuba.Office.Library.Searching;

/// <summary>A passage that search found, with what is needed to cite it.</summary>
/// <param name="Version">The version's rights and validity.</param>
/// <param name="Ordinal">The passage's number within the version.</param>
/// <param name="Title">Title of the version.</param>
/// <param name="Sha256">Hash of the version's original file.</param>
/// <param name="HeadingPath">Headings above it, outermost first.</param>
/// <param name="Text">Its text.</param>
/// <param name="Question">The question of a FAQ entry, or empty.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="ValidFrom">First day, where the text bounds this passage itself.</param>
/// <param name="ValidTo">Last day, where the text bounds this passage itself.</param>
/// <param name="Score">Comparable within one search only.</param>
public sealed record FoundPassage(
    VersionRights Version,
    int Ordinal,
    string Title,
    string Sha256,
    IReadOnlyList<string> HeadingPath,
    string Text,
    string Question,
    Locator From,
    Locator To,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    double Score)
{
    /// <summary>What stands above it and what is written in it: all that a reader of the passage sees, for <see cref="SecondLook"/>.</summary>
    internal (string Above, string Text) Wording => (Over(Title, HeadingPath), Inside(Question, Text));

    /// <summary>How the passage itself stands on a day: its version's standing, narrowed by its own dates.</summary>
    public Standing On(DateOnly day) => Version.On(day) is var version && version != Standing.InForce ? version
        : ValidTo is { } to && to < day ? Standing.NoLonger
        : ValidFrom is { } from && from > day ? Standing.NotYet
        : Standing.InForce;

    /// <summary>Whether a phrase stands in its text, its question, its headings or its title.</summary>
    public bool Holds(QuotedPhrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return phrase.IsIn(Text) || phrase.IsIn(Question) || HeadingPath.Any(phrase.IsIn) || phrase.IsIn(Title);
    }

    internal static string Over(string title, IReadOnlyList<string> headings) => $"{title}\n{string.Join('\n', headings)}";

    internal static string Inside(string question, string text) => $"{question}\n{text}";

    internal static IReadOnlyList<string> Headings(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];
}
