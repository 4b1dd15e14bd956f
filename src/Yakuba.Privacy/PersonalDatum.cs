namespace Yakuba.Privacy;

/// <summary>A piece of personal data in a text.</summary>
/// <param name="Start">UTF-16 index in the text given.</param>
/// <param name="Length">UTF-16 code units; at least 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Certainty">How sure that is.</param>
public readonly record struct PersonalDatum(int Start, int Length, PersonalKind Kind, Certainty Certainty)
{
    /// <summary>UTF-16 index after its last code unit.</summary>
    public int End => Start + Length;
}
