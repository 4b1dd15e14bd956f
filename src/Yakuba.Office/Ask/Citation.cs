using System.Text.Json.Serialization;
using Yakuba.Office.Library.Searching;

namespace Yakuba.Office.Ask;

/// <summary>A passage that supports a sentence, as the asker may open it.</summary>
/// <param name="Number">From 1, as the sentences name it.</param>
/// <param name="Document">Id of the document.</param>
/// <param name="Version">The version's number.</param>
/// <param name="Passage">The passage's number within the version.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="Section">Code of the owner section.</param>
/// <param name="Place">Where in the document, for people: 「12ページ」, 「第12条第2項」.</param>
/// <param name="Key">The same as a locator key; opens the viewer there.</param>
/// <param name="Headings">Headings above it, outermost first.</param>
/// <param name="Quote">The passage's text; of a FAQ entry the answer.</param>
/// <param name="Question">The question of a FAQ entry, or empty.</param>
/// <param name="Sha256">Hash of the original file.</param>
/// <param name="Label">Label of the document.</param>
/// <param name="State">State of the version: 下書き is shown as such.</param>
/// <param name="ValidFrom">First day in force; null when not stated.</param>
/// <param name="ValidTo">Last day in force; null when not stated.</param>
public sealed record Citation(
    int Number,
    string Document,
    uint Version,
    int Passage,
    string Title,
    string Section,
    string Place,
    string Key,
    IReadOnlyList<string> Headings,
    string Quote,
    string Question,
    string Sha256,
    string Label,
    string State,
    DateOnly? ValidFrom,
    DateOnly? ValidTo)
{
    /// <summary>The passage was recognised from a picture of the page (認識文字): what it says of names and figures is not certain.</summary>
    [JsonIgnore]
    public bool IsRecognised => Documents.Locator.TryParse(Key) is { } at && Documents.Locator.IsRecognised(at);

    internal static Citation Of(int number, FoundPassage p) => new(
        number,
        p.Version.DocumentId,
        p.Version.Number,
        p.Ordinal,
        p.Title,
        p.Version.Section,
        p.From.ToLabel() == p.To.ToLabel() ? p.From.ToLabel() : $"{p.From.ToLabel()}〜{p.To.ToLabel()}",
        p.From.ToKey(),
        p.HeadingPath,
        p.Text,
        p.Question,
        p.Sha256,
        Platform.Labels.All[(int)p.Version.Label],
        Library.VersionStates.ToName(p.Version.State),
        p.ValidFrom ?? p.Version.ValidFrom,
        p.ValidTo ?? p.Version.ValidTo);
}
