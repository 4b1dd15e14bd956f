using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Yakuba.Platform.Accounts.Sections;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>One thing that a reorganisation changes: what it was and what it becomes. Taking it back is the same the other way round.</summary>
/// <param name="Kind"><c>section</c>, <c>person</c> or <c>document</c>.</param>
/// <param name="Id">Code, account id or document id.</param>
/// <param name="Was">As the store has it before; empty for a section that is not there.</param>
/// <param name="Becomes">As the store has it after.</param>
internal sealed record ReorganisationItem(string Kind, string Id, string Was, string Becomes)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static ReorganisationItem Of(Section? was, Section becomes) => new("section", becomes.Code, was is null ? "" : Text(was), Text(becomes));

    internal static ReorganisationItem Of(string account, IEnumerable<string> was, IEnumerable<string> becomes) => new("person", account, Text(was), Text(becomes));

    internal static ReorganisationItem Of(string document, DocumentPlace was, DocumentPlace becomes) => new("document", document, Text(was), Text(becomes));

    // A database may sort the old names otherwise than we do.
    internal static string Text(Section section) => JsonSerializer.Serialize(section with { OldNames = [.. section.OldNames.Order(StringComparer.Ordinal)] }, Json);

    internal static string Text(IEnumerable<string> codes) => string.Join(',', codes.Order(StringComparer.Ordinal));

    internal static string Text(DocumentPlace place) => JsonSerializer.Serialize(place, Json);

    internal static Section SectionOf(string text) => JsonSerializer.Deserialize<Section>(text, Json)!;

    internal static IReadOnlyList<string> CodesOf(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    internal static DocumentPlace PlaceOf(string text) => JsonSerializer.Deserialize<DocumentPlace>(text, Json)!;
}

/// <summary>Where a document belongs.</summary>
/// <param name="Section">Code of the owner section.</param>
/// <param name="Readers">Codes of further sections that may read it, as the store keeps them.</param>
/// <param name="SourceKey">What makes a file of a folder the same document next time.</param>
internal sealed record DocumentPlace(string Section, string Readers, string SourceKey)
{
    internal IReadOnlyList<string> ReaderCodes => Readers.Split(',', StringSplitOptions.RemoveEmptyEntries);

    internal static string Stored(IEnumerable<string> readers) => string.Join(',', readers.Distinct()) is { Length: > 0 } codes ? $",{codes}," : "";
}
