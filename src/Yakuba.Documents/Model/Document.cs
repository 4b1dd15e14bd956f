namespace Yakuba.Documents;

/// <summary>One file, read: its blocks in reading order and its questions and answers.</summary>
/// <param name="Title">Title as the document states it, else the file name without extension; never empty.</param>
/// <param name="Kind">The format the blocks came from.</param>
/// <param name="Blocks">In reading order; every code point of the source text is kept.</param>
/// <param name="Faq">Entries of a question table; these rows are not repeated in <paramref name="Blocks"/>.</param>
/// <param name="Dates">Days the text itself states; all null when it states none.</param>
public sealed record Document(
    string Title, DocumentKind Kind, IReadOnlyList<Block> Blocks, IReadOnlyList<FaqEntry> Faq, DocumentDates Dates);
