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

    /// <summary>True for a 個人番号 by its label, or by its check digit and what stands beside it. Twelve digits that only have its form are masked, and stop nothing.</summary>
    public bool IsMyNumber => Kind == PersonalKind.MyNumber && Certainty > Certainty.Shaped;

    /// <summary>True where it is no public matter: a firm's number (法人番号) is told apart, and kept from nobody.</summary>
    public bool IsPersonal => Kind != PersonalKind.CorporateNumber;
}
