using Yakuba.Office.Ask.Gate;
using Yakuba.Platform.Models.Endpoint;

namespace Yakuba.Office.Ask.Compose;

/// <summary>Chooses who composes: the attached model where it may see the evidence and answers, else quotation.</summary>
public sealed class ComposerChoice(ExtractiveComposer extractive, ModelEndpoint endpoint)
{
    /// <summary>True for answers that are quotations whatever is attached, such as the score sheet without a model.</summary>
    internal bool QuotesOnly { get; init; }

    /// <summary>The composer for this question.</summary>
    public async Task<IComposer> ChooseAsync(Gated gated, CancellationToken cancel)
    {
        if (QuotesOnly || await endpoint.FindAsync(cancel) is not { } model)
        {
            return extractive;
        }

        return gated.Evidence.Any(p => p.Version.Label > model.MostSecret) ? new QuotingInstead(extractive, ModelComposer.Failed(model, ModelFailure.TooSecret))
            : endpoint.IsResting(model) ? new QuotingInstead(extractive, ModelComposer.Failed(model, ModelFailure.Resting))
            : new ModelComposer(endpoint, model);
    }

    /// <summary>Who composes after a composer has ended and verification has seen what it said.</summary>
    /// <param name="ended">The composer that ended.</param>
    /// <param name="kept">Sentences of it that may be said.</param>
    /// <returns>Null when the answer stands.</returns>
    internal IComposer? Instead(IComposer ended, int kept)
    {
        if (ended is not ModelComposer { Model: { } model } || (!model.Failed && kept > 0))
        {
            return null;
        }

        return new QuotingInstead(
            extractive,
            model.Failed ? model : model with { Failure = ModelFailure.Unsupported.ToKey(), Why = ModelFailure.Unsupported.ToWords() });
    }
}
