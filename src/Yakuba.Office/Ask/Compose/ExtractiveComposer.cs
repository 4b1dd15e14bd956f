using System.Runtime.CompilerServices;
using Yakuba.Office.Ask.Gate;
using Yakuba.Office.Library.Searching;

namespace Yakuba.Office.Ask.Compose;

/// <summary>Answers with the documents' own words (原文): an approved FAQ answer whole, or the sentences that cover the question best.</summary>
public sealed class ExtractiveComposer(Coverage coverage, TermWeights weights) : IComposer
{
    private const int MostSentences = 3;
    private const double FaqLikeness = 0.45;

    /// <inheritdoc/>
    public string Name => Answer.Extractive;

    /// <inheritdoc/>
    public ModelUse? Model => null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<DraftSentence> ComposeAsync(Gated gated, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        var best = BestFaq(gated) ?? BestPassage(gated);
        var number = IndexOf(gated.Evidence, best) + 1;
        foreach (var sentence in best.Question.Length > 0 ? SentenceCutter.Cut(best.Text) : Telling(gated, best))
        {
            yield return new DraftSentence(sentence, [number]);
        }
    }

    private FoundPassage? BestFaq(Gated gated)
    {
        var (faq, likeness) = gated.Evidence
            .Where(p => p.Question.Length > 0)
            .Select(p => (Passage: p, Likeness: coverage.Likeness(gated.Words, p.Question)))
            .OrderByDescending(p => p.Likeness)
            .FirstOrDefault();
        return likeness >= FaqLikeness ? faq : null;
    }

    private FoundPassage BestPassage(Gated gated)
    {
        // The engine's order, unless a passage further down covers clearly more of the question.
        var top = gated.Evidence[0].Score;
        return gated.Evidence.MaxBy(p => coverage.Of(gated.Words, p) + (0.5 * p.Score / top))!;
    }

    /// <summary>The run of sentences around the most telling one.</summary>
    private IEnumerable<string> Telling(Gated gated, FoundPassage passage)
    {
        var sentences = SentenceCutter.Cut(passage.Text);
        if (sentences.Count <= MostSentences)
        {
            return sentences;
        }

        var scores = sentences.Select(s => weights.Words(s) is var words ? gated.Words.Where(w => words.Contains(w.Key)).Sum(w => w.Value) : 0).ToList();
        var start = Enumerable.Range(0, sentences.Count - MostSentences + 1).MaxBy(i => scores.Skip(i).Take(MostSentences).Sum() + (i == 0 ? 0.01 : 0));
        return sentences.Skip(start).Take(MostSentences);
    }

    private static int IndexOf(IReadOnlyList<FoundPassage> evidence, FoundPassage passage)
    {
        for (var i = 0; i < evidence.Count; i++)
        {
            if (ReferenceEquals(evidence[i], passage))
            {
                return i;
            }
        }

        return 0;
    }
}
