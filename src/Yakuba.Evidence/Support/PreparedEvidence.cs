namespace Yakuba.Evidence;

/// <summary>Passages read once, to check any number of claims against them.</summary>
public sealed class PreparedEvidence
{
    internal PreparedEvidence(IReadOnlyList<Passage> passages) => Passages = passages;

    internal IReadOnlyList<Passage> Passages { get; }
}
