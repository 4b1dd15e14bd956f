namespace Yakuba.Office.Library.Wording;

/// <summary>A question of the past with a passage that answered it.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Group">The passage's group in the index: its version.</param>
/// <param name="Ordinal">The passage's number in the group.</param>
public readonly record struct KnownWay(string Question, uint Group, uint Ordinal);
