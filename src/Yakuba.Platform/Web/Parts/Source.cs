namespace Yakuba.Platform.Web.Parts;

/// <summary>A place in a document that carries part of an answer.</summary>
/// <param name="Number">Number by which sentences of the answer point here; from 1.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="Place">Place in people's words: 12ページ, 第12条第2項, シート「手数料」B3.</param>
/// <param name="Href">Opens the document at that place.</param>
/// <param name="Quote">The text there, cut into runs.</param>
/// <param name="Section">Section that owns the document; may be empty.</param>
/// <param name="Validity">From when to when it holds, in people's words; may be empty.</param>
/// <param name="Heading">Heading above the place; may be empty.</param>
public sealed record Source(int Number, string Title, string Place, string Href, IReadOnlyList<QuoteRun> Quote, string Section = "", string Validity = "", string Heading = "");

/// <summary>A run of quoted text.</summary>
/// <param name="Text">The text as written in the document.</param>
/// <param name="IsMarked">True for the words that carry the answer.</param>
public sealed record QuoteRun(string Text, bool IsMarked);
