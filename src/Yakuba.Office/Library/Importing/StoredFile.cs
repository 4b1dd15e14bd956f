using Yakuba.Documents;

namespace Yakuba.Office.Library.Importing;

/// <summary>A file whose rows are stored and which nobody finds yet. Its text is let go: a batch holds passages only.</summary>
/// <param name="Number">Number of the version.</param>
/// <param name="Item">What was asked.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sha256">Hash of its content.</param>
/// <param name="Passages">Its passages, in order.</param>
internal sealed record StoredFile(uint Number, ImportItem Item, string Title, string Sha256, IReadOnlyList<Passage> Passages);
