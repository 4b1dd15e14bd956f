namespace Yakuba.Documents;

/// <summary>What a paragraph needs to be read alone; filled by its reader.</summary>
internal sealed class WordParagraphContext
{
    internal WordStyles Styles { get; init; } = new();

    /// <summary>It stands on a coloured ground, where white letters are seen.</summary>
    internal bool Shaded { get; init; }

    internal WordParagraphContext On(bool shaded) => shaded == Shaded ? this : new() { Styles = Styles, Shaded = shaded };
}

/// <summary>A paragraph as read.</summary>
/// <param name="Text">Accepted, visible text.</param>
/// <param name="Style">Id of its style.</param>
/// <param name="Outline">Own outline level from 0; null when it has none.</param>
/// <param name="Numbering">Own numbering; number 0 takes the style's away.</param>
/// <param name="Notes">Ids of notes referred to, with the kind: footnote or endnote.</param>
/// <param name="Boxes">Paragraphs of text boxes anchored in it.</param>
/// <param name="Pictures">Alternative texts of its pictures.</param>
/// <param name="Centred">Set in the middle of the line.</param>
internal sealed record WordParagraph(
    string Text, string? Style, int? Outline, (int Number, int Level)? Numbering,
    IReadOnlyList<(string Kind, string Id)> Notes, IReadOnlyList<string> Boxes, IReadOnlyList<string> Pictures, bool Centred);
