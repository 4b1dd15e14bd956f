namespace Yakuba.Evidence;

/// <summary>What a premise says about a hypothesis.</summary>
public enum PairLabel
{
    /// <summary>The premise may be true with the hypothesis true or false.</summary>
    Neutral,

    /// <summary>If the premise is true, so is the hypothesis.</summary>
    Entailment,

    /// <summary>If the premise is true, the hypothesis is false.</summary>
    Contradiction,
}
