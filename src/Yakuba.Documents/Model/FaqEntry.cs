namespace Yakuba.Documents;

/// <summary>A question with its answer.</summary>
/// <param name="Question">Never blank.</param>
/// <param name="Answer">Never blank.</param>
/// <param name="Category">分類; null when the table has none.</param>
/// <param name="Section">担当課; null when the table has none.</param>
/// <param name="At">Where the entry stands.</param>
public sealed record FaqEntry(string Question, string Answer, string? Category, string? Section, Locator At);
