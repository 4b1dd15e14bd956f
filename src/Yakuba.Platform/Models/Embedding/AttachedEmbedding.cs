using Yakuba.Platform.Models.Endpoint;

namespace Yakuba.Platform.Models.Embedding;

/// <summary>The embedding model that the municipality attached, as the settings say now.</summary>
/// <param name="Server">Address, name, key and bounds, as of a language model.</param>
/// <param name="QueryPrefix">Put before a question.</param>
/// <param name="PassagePrefix">Put before a passage.</param>
/// <param name="Dimension">Values of each vector; 0 while it is not known.</param>
public sealed record AttachedEmbedding(AttachedModel Server, string QueryPrefix, string PassagePrefix, int Dimension)
{
    /// <summary>What makes passages' vectors comparable: those of another label are of no use. The address is not part of it; the same model may move.</summary>
    public string Label => $"{Server.Name}\n{Dimension}\n{PassagePrefix}";

    /// <summary>What makes questions comparable with passages: the label and what is put before a question.</summary>
    public string Pairing => $"{Label}\n{QueryPrefix}";

    /// <summary>The name only: the key must not reach a log by accident.</summary>
    public override string ToString() => Server.Name;
}

/// <summary>What texts are put before the model as.</summary>
public enum EmbeddingPurpose
{
    /// <summary>A question, with the prefix of questions, within the deadline of questions.</summary>
    Question,

    /// <summary>Passages, with their prefix. A batch has a minute.</summary>
    Passages,

    /// <summary>Many questions that nobody waits for, with the prefix of questions and the minute of a batch.</summary>
    ManyQuestions,
}

/// <summary>Vectors, or why there are none.</summary>
/// <param name="Vectors">One a text, of length 1; null on failure.</param>
/// <param name="Failure">Why; null on success.</param>
public readonly record struct Embedded(IReadOnlyList<float[]>? Vectors, ModelFailure? Failure);
