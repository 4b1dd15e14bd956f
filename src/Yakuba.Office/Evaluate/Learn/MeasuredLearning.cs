namespace Yakuba.Office.Evaluate.Learn;

/// <summary>One way to use what was learned, measured.</summary>
/// <param name="Ways">True when known ways to ask are part of it.</param>
/// <param name="Weight">The weight of vectors that is part of it; null for that of the library's exam, or where no vectors take part.</param>
/// <param name="Scores">nDCG@10 of each judged question, 0 to 1.</param>
internal sealed record LearningChoice(bool Ways, LearnedWeight? Weight, IReadOnlyList<double> Scores);

/// <summary>All ways to use it.</summary>
/// <param name="Places">For each judged question, in the order of the scores, the first place that answers it.</param>
/// <param name="Choices">First the search as it is without learning, then the others.</param>
internal sealed record MeasuredLearning(IReadOnlyList<(uint Version, uint Ordinal)> Places, IReadOnlyList<LearningChoice> Choices);
