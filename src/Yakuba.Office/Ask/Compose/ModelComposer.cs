using System.Runtime.CompilerServices;
using Yakuba.Office.Ask.Gate;
using Yakuba.Platform.Models.Endpoint;

namespace Yakuba.Office.Ask.Compose;

/// <summary>Asks the attached model to word an answer from the evidence. One for each question; what it says is verified by the next step.</summary>
public sealed class ModelComposer(ModelEndpoint endpoint, AttachedModel model) : IComposer
{
    /// <inheritdoc/>
    public string Name => model.Name;

    /// <inheritdoc/>
    public ModelUse? Model { get; private set; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DraftSentence> ComposeAsync(Gated gated, [EnumeratorCancellation] CancellationToken cancel)
    {
        var prompt = ModelPrompt.For(gated);
        if (prompt.Shown.Count == 0)
        {
            Model = Failed(model, ModelFailure.NoEvidence);
            yield break;
        }

        await using var talk = endpoint.Talk(model, prompt.System, prompt.User, ModelPrompt.Schema, cancel);
        if (talk is null)
        {
            Model = Failed(model, ModelFailure.Resting);
            yield break;
        }

        var reply = new ModelReply();
        var drafts = 0;
        ModelPiece piece;
        while ((piece = await talk.NextAsync()).Text is { } text)
        {
            foreach (var draft in reply.Take(text))
            {
                drafts++;
                yield return Clean(draft, prompt);
            }
        }

        foreach (var draft in piece.Failure is null ? reply.End() : [])
        {
            drafts++;
            yield return Clean(draft, prompt);
        }

        var failure = !reply.IsComplete && piece.Failure is { } broke ? broke
            : drafts > 0 ? null
            : reply.CannotAnswer ? ModelFailure.CannotAnswer
            : (ModelFailure?)ModelFailure.Malformed;
        Model = new ModelUse(
            model.Name, ModelPrompt.Version, failure?.ToKey() ?? "", failure?.ToWords() ?? "", talk.Tokens, talk.Seconds, reply.KeptForm && failure != ModelFailure.Malformed);
    }

    internal static ModelUse Failed(AttachedModel model, ModelFailure failure) =>
        new(model.Name, ModelPrompt.Version, failure.ToKey(), failure.ToWords(), 0, 0, true);

    // What is no sentence loses its evidence, so that verification takes it out with a reason that staff can read.
    private static DraftSentence Clean(DraftSentence draft, PromptText prompt)
    {
        var text = ModelText.Sentence(draft.Text);
        return ModelText.MayBeSaid(text, prompt)
            ? new(text, [.. draft.Evidence.Where(prompt.Shown.Contains)])
            : new(text.Length > 200 ? text[..200] + "…" : text, []);
    }
}
