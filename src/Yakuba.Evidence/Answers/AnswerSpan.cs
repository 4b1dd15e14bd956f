namespace Yakuba.Evidence;

/// <summary>Words of a passage that may be the answer.</summary>
/// <param name="First">Index of the first word.</param>
/// <param name="End">Index behind the last word.</param>
/// <param name="Kind">What it looks like: date, number, person, place, …</param>
internal readonly record struct AnswerSpan(int First, int End, string Kind);
