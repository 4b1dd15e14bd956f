namespace Yakuba.Office.Ask;

/// <summary>A question as it came in.</summary>
/// <param name="Text">In the asker's own words; 1 to 2,000 UTF-16 code units after trimming.</param>
/// <param name="AsOf">The day on which the answer is to hold; null for today, or for the day that the question names.</param>
public sealed record Question(string Text, DateOnly? AsOf)
{
    /// <summary>Most UTF-16 code units in a question.</summary>
    public const int MaxLength = 2_000;

    /// <summary>The day that today and 今年度 mean; null for the clock's. Only an evaluation sets it, to ask questions of another day.</summary>
    public DateOnly? Today { get; init; }
}
