namespace Yakuba.Papers;

/// <summary>Why a paper cannot be written.</summary>
/// <param name="Name">Stable name, such as <c>paper-item-level</c>.</param>
/// <param name="Message">What is wrong, in Japanese.</param>
/// <param name="NextStep">What to do, in Japanese.</param>
public sealed record PaperProblem(string Name, string Message, string NextStep);
