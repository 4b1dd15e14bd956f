namespace Yakuba.Search;

/// <summary>A question as weighted terms; a passage scores the sum over the terms that it holds.</summary>
/// <param name="Terms">
/// The terms, in any order; a repeated term counts each time. Of more than <see cref="MaxTerms"/> terms, those of the greatest
/// weight × field weight × idf are scored and the others are left out.
/// </param>
public sealed record IndexQuery(IReadOnlyList<QueryTerm> Terms)
{
    /// <summary>The most terms that one search scores.</summary>
    public const int MaxTerms = 1024;
}
