using System.Runtime.CompilerServices;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Compose;
using Yakuba.Office.Ask.Gate;

namespace Yakuba.Office.Tests.Ask;

/// <summary>Stands for a model: says what a test has it say.</summary>
/// <param name="say">The sentences for a question with its evidence; it may look around before it answers.</param>
internal sealed class ScriptedComposer(Func<Gated, Task<IReadOnlyList<DraftSentence>>> say) : IComposer
{
    public string Name => "scripted";

    public ModelUse? Model => null;

    public async IAsyncEnumerable<DraftSentence> ComposeAsync(Gated gated, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var sentence in await say(gated))
        {
            yield return sentence;
        }
    }
}
