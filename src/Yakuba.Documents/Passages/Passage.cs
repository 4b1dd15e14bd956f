namespace Yakuba.Documents;

/// <summary>A part of a document that is searched and cited as one.</summary>
/// <param name="Ordinal">From 0, in reading order, without gaps.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="HeadingPath">Headings above it from the top down; of an article, its number and caption come last.</param>
/// <param name="Text">About 300 characters; ends at the end of a sentence, provision or row.</param>
/// <param name="Question">The question of a FAQ entry, whose answer is the text; else null.</param>
/// <param name="From">Place of its first block.</param>
/// <param name="To">Place of its last block.</param>
/// <param name="Dates">Days on which just this passage begins or ends to hold; null when the text states none for it.</param>
public sealed record Passage(
    int Ordinal, string Title, IReadOnlyList<string> HeadingPath, string Text, string? Question, Locator From, Locator To, PassageDates? Dates);

/// <summary>Days that bound one provision rather than the whole document.</summary>
/// <param name="From">First day in force; null when not stated.</param>
/// <param name="To">Last day in force; null when not stated.</param>
public sealed record PassageDates(DateOnly? From, DateOnly? To);
