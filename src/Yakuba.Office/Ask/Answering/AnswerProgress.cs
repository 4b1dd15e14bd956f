namespace Yakuba.Office.Ask.Answering;

/// <summary>What a waiting asker is told while an answer is made. Only verified sentences are ever among it.</summary>
public abstract record AnswerProgress;

/// <summary>A step began.</summary>
/// <param name="Text">In Japanese: 「文書を探しています」.</param>
public sealed record StepBegan(string Text) : AnswerProgress;

/// <summary>The sentences told so far are withdrawn, because their composer failed; others follow.</summary>
/// <param name="Text">Why, in Japanese.</param>
public sealed record BegunAnew(string Text) : AnswerProgress;

/// <summary>A sentence passed verification.</summary>
/// <param name="Sentence">The sentence; its numbers are those of the answer's citations.</param>
/// <param name="Citations">All citations so far.</param>
public sealed record SentenceVerified(AnswerSentence Sentence, IReadOnlyList<Citation> Citations) : AnswerProgress;
