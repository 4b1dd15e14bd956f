namespace Yakuba.Papers;

/// <summary>Where an item, or text under one, stands in its list.</summary>
/// <param name="List">Which list, from 0.</param>
/// <param name="Column">Characters from the margin to the item's number.</param>
/// <param name="Number">Its number as printed; empty for text under an item.</param>
/// <param name="NumberWidth">Characters that the widest number of its level takes in its list, with the space after it.</param>
internal sealed record ItemPlace(int List, int Column, string Number, int NumberWidth);
