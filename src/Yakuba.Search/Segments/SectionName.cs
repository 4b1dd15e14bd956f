namespace Yakuba.Search.Segments;

/// <summary>Names of the sections in errors and in docs/formats/segment.md.</summary>
internal static class SectionName
{
    internal static string Of(SectionId section) => section switch
    {
        SectionId.Postings => "postings",
        SectionId.TermText => "term text",
        SectionId.Terms => "terms",
        SectionId.Fields => "fields",
        SectionId.Groups => "groups",
        SectionId.Ordinals => "ordinals",
        SectionId.Lengths => "lengths",
        SectionId.Phrases => "phrases",
        SectionId.Positions => "positions",
        SectionId.Guide => "guide",
        SectionId.Blocks => "block checksums",
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };
}
