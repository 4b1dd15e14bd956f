using Yakuba.Office.Ask.Gate;

namespace Yakuba.Office.Ask.Compose;

/// <summary>Step 5. Makes sentences from evidence. Two are shipped: one quotes, one asks the attached model.</summary>
public interface IComposer
{
    /// <summary><c>extractive</c>, or the model's name.</summary>
    string Name { get; }

    /// <summary>What the attached model did, known once the sentences have ended; null when no model was asked.</summary>
    ModelUse? Model { get; }

    /// <summary>Composes sentences, each with the numbers (from 1) of the evidence it rests on. What it claims is verified by the next step, whoever composed it.</summary>
    /// <param name="gated">The question with its evidence.</param>
    /// <param name="cancel">Set when the deadline has passed.</param>
    IAsyncEnumerable<DraftSentence> ComposeAsync(Gated gated, CancellationToken cancel);
}

/// <summary>A sentence before verification.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Evidence">Numbers as the composer gave them: not yet checked to exist.</param>
public sealed record DraftSentence(string Text, IReadOnlyList<int> Evidence);
