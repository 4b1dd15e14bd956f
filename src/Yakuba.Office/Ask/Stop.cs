namespace Yakuba.Office.Ask;

/// <summary>A step's decision that ends the matter without an answer.</summary>
/// <param name="Status">How it ends.</param>
/// <param name="Message">Why, for the asker, in Japanese.</param>
public sealed record Stop(AnswerStatus Status, string Message)
{
    /// <summary>What the asker can do now.</summary>
    public IReadOnlyList<NextStep> NextSteps { get; init; } = [];

    /// <summary>Questions near this one that an entry answers; the asker chooses. Never an answer by itself.</summary>
    public IReadOnlyList<string> Near { get; init; } = [];

    /// <summary>Versions whose words stand in the message or among the near questions.</summary>
    public IReadOnlyList<uint> Mentions { get; init; } = [];
}
