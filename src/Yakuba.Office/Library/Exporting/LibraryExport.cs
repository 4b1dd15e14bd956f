using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Yakuba.Office.Library.Importing;

namespace Yakuba.Office.Library.Exporting;

/// <summary><c>library.json</c>: everything of the library but the files themselves. docs/formats/library-export.md says what each member is.</summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="FormatVersion">2; 1 had neither single reviews nor reorganisations.</param>
/// <param name="MadeAt">When it was made, UTC.</param>
/// <param name="MadeBy">Version of the program that made it.</param>
/// <param name="Scope"><c>all</c>, or <c>readable</c> where it holds only what the one who asked may read.</param>
/// <param name="Sections">Sections that documents name.</param>
/// <param name="People">People whom versions name.</param>
/// <param name="Documents">The documents, by source key.</param>
internal sealed record LibraryExport(
    string Format,
    int FormatVersion,
    string MadeAt,
    string MadeBy,
    string Scope,
    IReadOnlyList<ExportedSection> Sections,
    IReadOnlyList<ExportedPerson> People,
    IReadOnlyList<ExportedDocument> Documents)
{
    internal const string Name = "yakuba-library";
    internal const int Newest = 2;

    /// <summary>Name of the file.</summary>
    internal const string FileName = "library.json";

    /// <summary>Name of the folder of originals beside it.</summary>
    internal const string Originals = "originals";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reorganisations by number; null where the export holds only what somebody may read.</summary>
    public IReadOnlyList<ExportedReorganisation>? Reorganisations { get; init; }

    internal IEnumerable<ExportedVersion> Versions => Documents.SelectMany(d => d.Versions);

    internal byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];

    /// <summary>Reads the file.</summary>
    /// <exception cref="JsonException">It is not one of ours.</exception>
    internal static LibraryExport Read(byte[] content) => JsonSerializer.Deserialize<LibraryExport>(content, Json) ?? throw new JsonException("null");
}

/// <summary>A section that documents name.</summary>
internal sealed record ExportedSection(string Code, string Name);

/// <summary>A person whom versions name.</summary>
internal sealed record ExportedPerson(string Id, string Name);

/// <summary>A document.</summary>
internal sealed record ExportedDocument(
    string Id, string SourceKey, string Section, string Label, IReadOnlyList<string> Readers, string CreatedAt, IReadOnlyList<ExportedVersion> Versions);

/// <summary>A version.</summary>
internal sealed record ExportedVersion(
    long Ordinal,
    string Title,
    string FileName,
    string Kind,
    string Sha256,
    long Bytes,
    string Original,
    string State,
    ExportedStep Imported,
    string ChangedAt)
{
    /// <summary>First day as stated.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>Last day as stated.</summary>
    public string? ValidTo { get; init; }

    /// <summary>When it is to be looked at again.</summary>
    public string? ReviewOn { get; init; }

    /// <summary>When and by whom it was confirmed.</summary>
    public ExportedStep? Confirmed { get; init; }

    /// <summary>When and by whom it was last looked at again and found to hold.</summary>
    public ExportedStep? Reviewed { get; init; }

    /// <summary>Each time that it was looked at again, also what was taken back, oldest first; null for never.</summary>
    public IReadOnlyList<KeptReview>? Reviews { get; init; }

    /// <summary>When and by whom it was published.</summary>
    public ExportedStep? Published { get; init; }

    /// <summary>Its retirement.</summary>
    public ExportedRetirement? Retired { get; init; }
}

/// <summary>Something that somebody did.</summary>
internal sealed record ExportedStep(string At, string By);

/// <summary>A retirement, done or to come.</summary>
internal sealed record ExportedRetirement(string At, string By, string From, string Reason);
