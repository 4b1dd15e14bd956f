namespace Yakuba.Evidence;

/// <summary>A predicate and how it is put.</summary>
/// <param name="Anchor">Base form of the content word that the stance belongs to: 申請 in 申請できません.</param>
/// <param name="Start">Offset of the anchor in the normal form.</param>
/// <param name="End">End of the function words that set the stance.</param>
internal readonly record struct PolarityMark(string Anchor, Stance Stance, int Start, int End)
{
    /// <summary>False for a noun that only particles follow (添付 in 添付書類は不要です); its own stance then says little.</summary>
    internal bool IsPredicate { get; init; }

    /// <summary>The negation is part of the word: 非課税.</summary>
    internal bool IsPrefixed { get; init; }
}
