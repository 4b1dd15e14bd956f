namespace Yakuba.Privacy;

/// <summary>What one detector believes to have found, in places of the normal form.</summary>
internal readonly record struct Finding(int Start, int End, PersonalKind Kind, Certainty Certainty);
