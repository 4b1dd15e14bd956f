namespace Yakuba.Search;

/// <summary>Terms that must stand directly after one another, in this order, in one field that keeps positions.</summary>
/// <param name="Field">Place of the field in the schema.</param>
/// <param name="Terms">The terms exactly as they were indexed; at least 1, at most <see cref="IndexQuery.MaxTerms"/>.</param>
/// <param name="Weight">Factor on the phrase's score; finite and at least 0.</param>
/// <param name="IsRequired">Whether only passages that hold the phrase are found.</param>
/// <remarks>
/// A passage that holds the phrase n times scores like one that holds a term n times whose idf is the sum of the idf of the phrase's
/// terms. Positions from 32,767 on are not indexed.
/// </remarks>
public readonly record struct QueryPhrase(int Field, IReadOnlyList<string> Terms, double Weight, bool IsRequired = false)
{
    /// <summary>Required phrases that follow one another with the same number are alternatives: a passage needs one of them. 0 for a phrase that is needed by itself.</summary>
    public int OneOf { get; init; }

    /// <summary>True for the last of some alternatives, and for a phrase by itself.</summary>
    internal static bool EndsAlternatives(IReadOnlyList<QueryPhrase> phrases, int at) =>
        phrases[at].OneOf == 0 || at + 1 == phrases.Count || !phrases[at + 1].IsRequired || phrases[at + 1].OneOf != phrases[at].OneOf;
}
