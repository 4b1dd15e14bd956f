namespace Yakuba.Privacy;

/// <summary>What follows a family name.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Place after it; equal to the start where there is none.</param>
/// <param name="IsKnown">True if the dictionary has it as a given name.</param>
/// <param name="IsWord">True for kana that are an everyday word too: さくら.</param>
/// <param name="IsSpaced">True if a space parts it from the family name.</param>
internal readonly record struct GivenName(int Start, int End, bool IsKnown, bool IsWord, bool IsSpaced)
{
    /// <summary>True if nothing follows.</summary>
    internal bool IsNone => Start == End;
}
