using Yakuba.Office.Ask.Gate;

namespace Yakuba.Office.Ask.Compose;

/// <summary>Quotes because the model could not be used, and says which and why.</summary>
/// <param name="extractive">Does the quoting.</param>
/// <param name="model">What became of the model.</param>
internal sealed class QuotingInstead(ExtractiveComposer extractive, ModelUse model) : IComposer
{
    /// <inheritdoc/>
    public string Name => extractive.Name;

    /// <inheritdoc/>
    public ModelUse? Model => model;

    /// <inheritdoc/>
    public IAsyncEnumerable<DraftSentence> ComposeAsync(Gated gated, CancellationToken cancel) => extractive.ComposeAsync(gated, cancel);
}
