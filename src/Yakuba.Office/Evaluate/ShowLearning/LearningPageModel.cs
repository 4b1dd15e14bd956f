using Yakuba.Platform;

namespace Yakuba.Office.Evaluate.ShowLearning;

/// <summary>What the page of learning shows. No question is among it: who may open the page may not for that read what others asked.</summary>
/// <remarks>Posts to <c>/learning</c> (learn), <c>/learning/file</c> (learn from <c>judged</c> too) and <c>/learning/undo</c> (<c>number</c>).</remarks>
/// <param name="History">All learnings, latest first.</param>
/// <param name="Ready">Judged questions that could be learned from now.</param>
/// <param name="Fewest">How many it needs.</param>
public sealed record LearningPageModel(IReadOnlyList<LearningLine> History, int Ready, int Fewest)
{
    /// <summary>The learning in use; null for none.</summary>
    public LearningLine? InUse => History.FirstOrDefault(l => l.IsInUse);

    /// <summary>The learning that comes back when the one in use is undone; null for none.</summary>
    public LearningLine? Before => InUse is { } used ? History.FirstOrDefault(l => l.Number < used.Number && !l.IsUndone) : null;

    /// <summary>What the learning in use consists of.</summary>
    public IReadOnlyList<LearnedPart> Parts { get; init; } = [];

    /// <summary>Questions measured so far by a run that goes on now; null when none does.</summary>
    public long? RunDone { get; init; }

    /// <summary>Questions of that run in all; 0 while unknown.</summary>
    public long RunAll { get; init; }

    /// <summary>The latest run if it brought no gain beyond chance; else null.</summary>
    public LearningLine? Left { get; init; }

    /// <summary>Why the latest run ended without an outcome; may be empty.</summary>
    public string Failure { get; init; } = "";

    /// <summary>What was just done; may be empty.</summary>
    public string Done { get; init; } = "";

    /// <summary>Why the last act was refused, or null.</summary>
    public Problem? Problem { get; init; }
}

/// <summary>One learning.</summary>
/// <param name="Number">From 1; 0 for one that was left.</param>
/// <param name="MadeAt">When.</param>
/// <param name="MadeBy">Who; may be empty.</param>
/// <param name="Questions">Judged questions that it was learned from and measured on.</param>
/// <param name="Without">nDCG@10 on questions held back, without it, 0 to 1.</param>
/// <param name="With">The same with it.</param>
/// <param name="Chance">How often chance alone brings as much, 0 to 1; null where it was not asked.</param>
/// <param name="IsInUse">Whether search uses it.</param>
/// <param name="IsUndone">Whether it was taken back.</param>
public sealed record LearningLine(long Number, DateTimeOffset MadeAt, string MadeBy, long Questions, double Without, double With, double? Chance, bool IsInUse, bool IsUndone);

/// <summary>One thing that a learning holds.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Amount">How much of it.</param>
/// <param name="Effect">What it does in search.</param>
public sealed record LearnedPart(string Name, string Amount, string Effect);
