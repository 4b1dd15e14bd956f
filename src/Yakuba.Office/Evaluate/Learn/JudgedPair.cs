namespace Yakuba.Office.Evaluate.Learn;

/// <summary>A question with the words of a passage that answers it.</summary>
/// <param name="Question">The question.</param>
/// <param name="EntryQuestion">Question of the FAQ entry, or empty.</param>
/// <param name="EntryText">The passage's text.</param>
internal readonly record struct JudgedPair(string Question, string EntryQuestion, string EntryText);
