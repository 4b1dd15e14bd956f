namespace Yakuba.Search;

/// <summary>A question as weighted terms and phrases; a passage scores the sum over those that it holds.</summary>
/// <param name="Terms">
/// The terms, in any order; a repeated term counts each time. Of more than <see cref="MaxTerms"/> terms, those of the greatest
/// weight × field weight × idf are scored and the others are left out.
/// </param>
public sealed record IndexQuery(IReadOnlyList<QueryTerm> Terms)
{
    /// <summary>The most terms that one search scores.</summary>
    public const int MaxTerms = 1024;

    /// <summary>The most phrases that one search scores.</summary>
    public const int MaxPhrases = 64;

    /// <summary>Phrases whose scores are added to those of the terms; in any order, at most <see cref="MaxPhrases"/>.</summary>
    public IReadOnlyList<QueryPhrase> Phrases { get; init; } = [];
}
