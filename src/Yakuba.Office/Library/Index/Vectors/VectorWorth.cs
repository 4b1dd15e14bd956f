namespace Yakuba.Office.Library.Index.Vectors;

/// <summary>How vectors did in the exam that the library itself gives, and the weight that follows.</summary>
/// <param name="Model">Which model, with what before questions and passages.</param>
/// <param name="Passages">Passages that everybody may read and that had a vector when it was held.</param>
/// <param name="Questions">Questions asked.</param>
/// <param name="Words">Questions of which words alone put the right text first, 0 to 1.</param>
/// <param name="Vectors">The same by vectors alone.</param>
/// <param name="Both">The same by both with the weight.</param>
/// <param name="Weight">How much vectors count beside words, which count 1; 0 to <see cref="VectorWeight.Most"/>.</param>
/// <param name="At">When.</param>
public sealed record VectorWorth(string Model, long Passages, int Questions, double Words, double Vectors, double Both, double Weight, DateTimeOffset At)
{
    /// <summary>With fewer questions nothing is concluded, and search is by words.</summary>
    public const int FewestQuestions = 30;

    /// <summary>True for an exam of the same model over about as much text.</summary>
    internal bool Holds(string model, long passages) => Model == model && passages <= 2 * Passages && Passages <= 2 * passages;
}
