using System.Runtime.CompilerServices;
using Yakuba.Office.Ask.Gate;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Privacy.Gate;

namespace Yakuba.Office.Ask.Compose;

/// <summary>Asks the attached model to word an answer from the evidence. One for each question; what it says is verified by the next step.</summary>
public sealed class ModelComposer(ModelEndpoint endpoint, AttachedModel model, PrivacyGate privacy) : IComposer
{
    /// <inheritdoc/>
    public string Name => model.Name;

    /// <inheritdoc/>
    public ModelUse? Model { get; private set; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DraftSentence> ComposeAsync(Gated gated, [EnumeratorCancellation] CancellationToken cancel)
    {
        var outgoing = await privacy.OpenAsync(WayOut.Answers, model.Url, cancel);
        var (prompt, user) = Cleared(gated, outgoing);
        if (prompt.Shown.Count == 0 || user is null)
        {
            Model = Failed(model, user is null ? ModelFailure.PersonalData : ModelFailure.NoEvidence);
            yield break;
        }

        await using var talk = endpoint.Talk(model, prompt.System, user, ModelPrompt.Schema, cancel);
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
                yield return Clean(draft, prompt, outgoing);
            }
        }

        foreach (var draft in piece.Failure is null ? reply.End() : [])
        {
            drafts++;
            yield return Clean(draft, prompt, outgoing);
        }

        var failure = !reply.IsComplete && piece.Failure is { } broke ? broke
            : drafts > 0 ? null
            : reply.CannotAnswer ? ModelFailure.CannotAnswer
            : (ModelFailure?)ModelFailure.Malformed;
        Model = new ModelUse(
            model.Name, ModelPrompt.Version, failure?.ToKey() ?? "", failure?.ToWords() ?? "", talk.Tokens, talk.Seconds, reply.KeptForm && failure != ModelFailure.Malformed);
    }

    // Evidence that may not leave is left out. A question that may not, or whose best evidence may not, is asked of no model: it would answer from the rest.
    // Most prompts pass whole, and are read once.
    private static (PromptText Prompt, ClearedText? User) Cleared(Gated gated, Outgoing outgoing)
    {
        var prompt = ModelPrompt.For(gated, _ => true);
        if (outgoing.Clear(prompt.User) is { } whole)
        {
            return (prompt, whole);
        }

        var best = prompt.Shown.DefaultIfEmpty().Min();
        prompt = ModelPrompt.For(gated, text => outgoing.Stopping(text).Count == 0);
        var rest = outgoing.Clear(prompt.User);
        return (prompt, prompt.Shown.Contains(best) ? rest : null);
    }

    internal static ModelUse Failed(AttachedModel model, ModelFailure failure) =>
        new(model.Name, ModelPrompt.Version, failure.ToKey(), failure.ToWords(), 0, 0, true);

    // Verification sees the text with the data in the place of the tokens. What is no sentence loses its evidence, so that verification takes it out with a reason that staff can read.
    private static DraftSentence Clean(DraftSentence draft, PromptText prompt, Outgoing outgoing)
    {
        var text = outgoing.Restore(ModelText.Sentence(draft.Text));
        return ModelText.MayBeSaid(text, prompt)
            ? new(text, [.. draft.Evidence.Where(prompt.Shown.Contains)])
            : new(text.Length > 200 ? text[..200] + "…" : text, []);
    }
}
