using Yakuba.Office.Ask.Gate;

namespace Yakuba.Office.Ask.Compose;

/// <summary>Chooses who composes: the attached model where one is trusted, else quotation.</summary>
public sealed class ComposerChoice(ExtractiveComposer extractive)
{
    /// <summary>The composer for this question.</summary>
    public Task<IComposer> ChooseAsync(Gated gated, CancellationToken cancel) => Task.FromResult<IComposer>(extractive);
}
