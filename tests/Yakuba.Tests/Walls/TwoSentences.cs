using System.Runtime.CompilerServices;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Compose;
using Yakuba.Office.Ask.Gate;

namespace Yakuba.Tests.Walls;

/// <summary>Says the first two sentences of the best evidence; between them something happens.</summary>
/// <param name="between">What happens.</param>
internal sealed class TwoSentences(Func<Task> between) : IComposer
{
    public string Name => "scripted";

    public ModelUse? Model => null;

    public async IAsyncEnumerable<DraftSentence> ComposeAsync(Gated gated, [EnumeratorCancellation] CancellationToken cancel)
    {
        var sentences = SentenceCutter.Cut(gated.Evidence[0].Text).Where(s => s.Trim().Length > 0).ToList();
        yield return new DraftSentence(sentences[0].Trim(), [1]);
        await between();
        yield return new DraftSentence(sentences[^1].Trim(), [1]);
    }
}
