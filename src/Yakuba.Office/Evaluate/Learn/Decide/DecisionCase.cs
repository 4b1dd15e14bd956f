using Yakuba.Office.Ask.Judge;

namespace Yakuba.Office.Evaluate.Learn.Decide;

/// <summary>A unit that search found for a judged question.</summary>
/// <param name="Candidate">The unit with its likeness.</param>
/// <param name="Passes">Whether its passage has the names and years that the question names.</param>
/// <param name="IsRight">It says what must be said, in a file that the judgment lists.</param>
/// <param name="IsUnlisted">It says so in a file that is not listed: it teaches nothing, for it may be as right.</param>
internal sealed record JudgedUnit(Candidate Candidate, bool Passes, bool IsRight, bool IsUnlisted);

/// <summary>What search found for a judged question.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Split">Its part of the questions.</param>
/// <param name="IsAnswered">True when an answer may be given from what was found.</param>
/// <param name="IsWithout">True when the passages that answer were taken away.</param>
/// <param name="Units">Best first by the rule in use.</param>
/// <param name="Presence">What the first passage holds of the question.</param>
internal sealed record DecisionCase(string Id, string Split, bool IsAnswered, bool IsWithout, IReadOnlyList<JudgedUnit> Units, Presence Presence)
{
    /// <summary>The part in which it is held back, the same with and without the passages that answer.</summary>
    internal int Fold { get; } = Folds.Of(Id);
}
