namespace Yakuba.Papers;

/// <summary>Where an item, or text under one, stands in its list.</summary>
/// <param name="List">Which list, from 0.</param>
/// <param name="Highest">The highest level that the list uses: its items begin at the margin.</param>
/// <param name="Column">Characters from the margin to the item's number.</param>
/// <param name="Number">Its number as printed; empty for text under an item.</param>
internal sealed record ItemPlace(int List, int Highest, int Column, string Number);
