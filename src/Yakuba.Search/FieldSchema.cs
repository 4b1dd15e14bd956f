namespace Yakuba.Search;

/// <summary>One field of an index. A field is a term space of its own: the same word in two fields is two terms.</summary>
/// <param name="Name">Name of the field, for example <c>body.words</c>; not blank, unique in the schema.</param>
/// <param name="Weight">Factor on every score that comes from this field; finite and at least 0, no unit.</param>
/// <param name="HasPositions">Whether the index keeps where each term stands, as a <see cref="QueryPhrase"/> needs it: two bytes an occurrence.</param>
/// <param name="MeanLength">The length, in terms, that counts as usual, so that the lengths of other passages change no score; 0 for the mean over the index.</param>
public sealed record FieldSchema(string Name, double Weight, bool HasPositions = false, double MeanLength = 0);
