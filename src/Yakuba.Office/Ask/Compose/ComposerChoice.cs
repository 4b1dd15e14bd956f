using Yakuba.Office.Ask.Gate;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Privacy.Gate;

namespace Yakuba.Office.Ask.Compose;

/// <summary>Chooses who composes: the attached model where it may see the evidence and answers, else quotation.</summary>
public sealed class ComposerChoice(ExtractiveComposer extractive, ModelEndpoint endpoint, PrivacyGate privacy)
{
    /// <summary>The one that composes whatever is attached, such as the quoting one for the score sheet without a model; null to choose.</summary>
    internal IComposer? Always { get; init; }

    /// <summary>The composer for this question.</summary>
    public async Task<IComposer> ChooseAsync(Gated gated, CancellationToken cancel)
    {
        if (Always is not null || await endpoint.FindAsync(cancel) is not { } model)
        {
            return Always ?? extractive;
        }

        return gated.Evidence.Any(p => p.Version.Label > model.MostSecret) ? new QuotingInstead(extractive, ModelComposer.Failed(model, ModelFailure.TooSecret))
            : endpoint.IsResting(model) ? new QuotingInstead(extractive, ModelComposer.Failed(model, ModelFailure.Resting))
            : new ModelComposer(endpoint, model, privacy);
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
