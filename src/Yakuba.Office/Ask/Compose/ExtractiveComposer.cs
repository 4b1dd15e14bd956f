using System.Runtime.CompilerServices;
using Yakuba.Office.Ask.Gate;
using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Library.Searching;

namespace Yakuba.Office.Ask.Compose;

/// <summary>Answers with the documents' own words (原文): an approved FAQ answer whole, or the sentences or rows of one passage that answer best.</summary>
public sealed class ExtractiveComposer : IComposer
{
    private const int MostUnits = 3;
    private const int MostListed = 8;

    // A further unit of the same passage is quoted when it meets the question nearly as well.
    private const double NearlyAsWell = 0.9;

    /// <inheritdoc/>
    public string Name => Answer.Extractive;

    /// <inheritdoc/>
    public ModelUse? Model => null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<DraftSentence> ComposeAsync(Gated gated, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        if (gated.Best.Count == 0)
        {
            yield break;
        }

        var best = gated.Best[0];
        var number = NumberOf(gated.Evidence, best.Unit.Passage);
        foreach (var sentence in best.Unit.Passage.Question.Length > 0 ? SentenceCutter.Cut(best.Unit.Text) : Quoted(gated, best))
        {
            yield return new DraftSentence(sentence, [number]);
        }
    }

    private static IEnumerable<string> Quoted(Gated gated, Candidate best)
    {
        var all = AnswerUnit.Of(best.Unit.Passage);
        if (PointsBelow(best.Unit.Text))
        {
            return all.Skip(best.Unit.Index).Take(MostListed).Select(u => u.Text);
        }

        if (all.Count <= MostUnits && !best.Unit.IsRow)
        {
            return all.Select(u => u.Text);
        }

        var beside = gated.Best
            .Where(c => ReferenceEquals(c.Unit.Passage, best.Unit.Passage) && c.Chance >= NearlyAsWell * best.Chance)
            .Select(c => c.Unit)
            .Take(MostUnits)
            .ToList();
        if (!best.Unit.IsRow && best.Unit.Index + 1 < all.Count && beside.Count < MostUnits && beside.All(u => u.Index != best.Unit.Index + 1))
        {
            beside.Add(all[best.Unit.Index + 1]); // the sentence after it often carries its condition: ただし…
        }

        return beside.OrderBy(u => u.Index).Select(u => u.Text);
    }

    // 次の各号のいずれかに該当するとき: what it says stands in the list below.
    private static bool PointsBelow(string sentence) =>
        sentence.Contains("次の各号", StringComparison.Ordinal) || sentence.Contains("次に掲げる", StringComparison.Ordinal) || sentence.Contains("次のとおり", StringComparison.Ordinal) || sentence.EndsWith('：');

    private static int NumberOf(IReadOnlyList<FoundPassage> evidence, FoundPassage passage)
    {
        for (var i = 0; i < evidence.Count; i++)
        {
            if (ReferenceEquals(evidence[i], passage))
            {
                return i + 1;
            }
        }

        return 1;
    }
}
