namespace Yakuba.Platform.Models.Embedding;

/// <summary>How far the library is with the attached embedding model, and how much its vectors count.</summary>
/// <param name="Passages">Passages that may be sent to the model.</param>
/// <param name="WithVectors">Those of them that have a vector.</param>
/// <param name="Held">Passages too secret to be sent; they are found by words.</param>
/// <param name="IsMaking">True while vectors are being made.</param>
/// <param name="Trouble">Why the last attempt failed, or empty.</param>
/// <param name="Weight">How much vectors count beside words, which count 1.</param>
/// <param name="Reason">Where the weight comes from.</param>
/// <param name="Learning">The learning that set it; 0 when none did.</param>
/// <param name="Exam">What was measured; null before.</param>
public sealed record EmbeddingProgress(
    long Passages, long WithVectors, long Held, bool IsMaking, string Trouble, double Weight, EmbeddingReason Reason, long Learning, EmbeddingExam? Exam);

/// <summary>How words and vectors did in finding the library's own answers by their questions.</summary>
/// <param name="Questions">Questions asked.</param>
/// <param name="Words">Share that words alone found first, 0 to 1.</param>
/// <param name="Vectors">The same by vectors alone.</param>
/// <param name="Both">The same by both with the weight.</param>
/// <param name="At">When.</param>
public sealed record EmbeddingExam(int Questions, double Words, double Vectors, double Both, DateTimeOffset At);

/// <summary>Where the weight of vectors comes from.</summary>
public enum EmbeddingReason
{
    /// <summary>Not measured yet; search is by words.</summary>
    NotMeasured,

    /// <summary>Too few questions and headings to measure with; search is by words.</summary>
    TooFew,

    /// <summary>Measured: vectors add nothing; search is by words.</summary>
    AddsNothing,

    /// <summary>Measured with the library's own questions and headings.</summary>
    Exam,

    /// <summary>Learned from judged questions.</summary>
    Learned,
}

/// <summary>Asks the room that makes the vectors how far it is.</summary>
/// <param name="AtAsync">Told of the attached model.</param>
public sealed record EmbeddingLook(Func<AttachedEmbedding, CancellationToken, Task<EmbeddingProgress>> AtAsync);
