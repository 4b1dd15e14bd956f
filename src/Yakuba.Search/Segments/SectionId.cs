namespace Yakuba.Search.Segments;

/// <summary>Numbers of the sections of a segment file, in file order.</summary>
internal enum SectionId : uint
{
    Postings = 1,
    TermText = 2,
    Terms = 3,
    Fields = 4,
    Groups = 5,
    Ordinals = 6,
    Lengths = 7,
    Positions = 8,
    Phrases = 9,
    Guide = 10,
    Blocks = 11,
}
