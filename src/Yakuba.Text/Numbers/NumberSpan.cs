namespace Yakuba.Text;

/// <summary>A number in a text.</summary>
/// <param name="Start">UTF-16 index in the normal text.</param>
/// <param name="Length">UTF-16 code units; at least 1.</param>
/// <param name="Value">Its value, at least 0. A fraction is divided to 28 digits.</param>
public readonly record struct NumberSpan(int Start, int Length, decimal Value);
