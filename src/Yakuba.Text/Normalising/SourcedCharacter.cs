namespace Yakuba.Text;

/// <summary>A code point on its way into the normal form.</summary>
/// <param name="Code">The code point.</param>
/// <param name="Start">UTF-16 index in the original of the first code unit that it came from.</param>
/// <param name="End">UTF-16 index after the last one.</param>
/// <param name="IsNumberForm">It comes from the expansion of something that is no plain digit, such as ① or ½.</param>
internal record struct SourcedCharacter(int Code, int Start, int End, bool IsNumberForm);
