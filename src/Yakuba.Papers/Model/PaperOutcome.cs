namespace Yakuba.Papers;

/// <summary>How writing a paper ended.</summary>
public abstract record PaperOutcome;

/// <summary>It was written.</summary>
/// <param name="Content">The file.</param>
/// <param name="Notes">What one should look at before sending it, each a line in Japanese.</param>
public sealed record WrittenPaper(byte[] Content, IReadOnlyList<string> Notes) : PaperOutcome;

/// <summary>It was not written.</summary>
/// <param name="Problem">Why, and what to do.</param>
public sealed record RefusedPaper(PaperProblem Problem) : PaperOutcome;
