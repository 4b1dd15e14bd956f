namespace Yakuba.Evidence;

/// <summary>A predicate and how it is put.</summary>
/// <param name="Anchor">Base form of the content word that the stance belongs to: 申請 in 申請できません.</param>
/// <param name="Start">Offset of the anchor in the normal form.</param>
/// <param name="End">End of the function words that set the stance.</param>
internal readonly record struct PolarityMark(string Anchor, Stance Stance, int Start, int End);
