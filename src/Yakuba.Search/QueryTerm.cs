namespace Yakuba.Search;

/// <summary>One term to look for.</summary>
/// <param name="Field">Place of the field in the schema.</param>
/// <param name="Term">The term exactly as it was indexed; matching is by its UTF-8 bytes.</param>
/// <param name="Weight">Factor on the term's score; finite and at least 0 (0 leaves the term out).</param>
public readonly record struct QueryTerm(int Field, string Term, double Weight);
