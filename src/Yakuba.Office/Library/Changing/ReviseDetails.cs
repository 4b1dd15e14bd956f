using Yakuba.Platform;

namespace Yakuba.Office.Library.Changing;

/// <summary>Changes what is said of a version, not its text. What is left null stays as it is.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="Title">1 to 200 UTF-16 code units after trimming.</param>
/// <param name="Section">Name or code of the new owner section; of the document, so of all its versions.</param>
/// <param name="Label">The label; of the document. A less secret one can be given only by those who publish.</param>
/// <param name="Readers">Names or codes of further sections that may read it; of the document.</param>
/// <param name="Stated">The days on which it holds.</param>
/// <param name="Review">When the section is to look at it again.</param>
public sealed record ReviseDetails(
    uint Version, string? Title = null, string? Section = null, Label? Label = null, IReadOnlyList<string>? Readers = null, Validity? Stated = null, ReviewDay? Review = null);

/// <summary>The day of the next look at a document.</summary>
/// <param name="On">The day, or null for none.</param>
public sealed record ReviewDay(DateOnly? On);
