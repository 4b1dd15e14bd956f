using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Ask.Retrieve;
using Yakuba.Office.Library.Searching;

namespace Yakuba.Office.Ask.Gate;

/// <summary>What passed the gate.</summary>
/// <param name="Retrieved">The question and all that was found.</param>
/// <param name="Evidence">Passages that may be cited, best first; at most eight.</param>
/// <param name="Best">The units that answer most surely, of passages in <paramref name="Evidence"/>; empty when stopped.</param>
/// <param name="Confidence">0 to 1: how sure the best unit answers.</param>
/// <param name="Stop">Set when they may not.</param>
public sealed record Gated(Retrieved Retrieved, IReadOnlyList<FoundPassage> Evidence, IReadOnlyList<Candidate> Best, double Confidence, Stop? Stop);

/// <summary>Step 4. Three gates, for each passage: what the question names must be in it, it must be in force, and it must answer surely enough.</summary>
public sealed class EvidenceGate(EvidenceRanking ranking, NamesAndYears names, OnlyAPerson onlyAPerson)
{
    /// <summary>So many of the first passages are looked at.</summary>
    public const int MostEvidence = 8;

    private const int MostNear = 3;

    /// <summary>Decides.</summary>
    public async Task<Gated> DecideAsync(Retrieved found, CancellationToken cancel)
    {
        var understood = found.Understood;
        if (onlyAPerson.Decide(understood.Question.Text) is { } person)
        {
            return new(found, [], [], 0, person with { NextSteps = NextSteps.To(found.InForce) });
        }

        var current = await JudgeAsync(found, found.InForce, cancel);
        if (current.Passes)
        {
            return new(found, current.Evidence, current.Best, current.Confidence, null);
        }

        var notYet = await JudgeAsync(found, found.NotYet, cancel);
        if (notYet.Passes)
        {
            return new(found, notYet.Evidence, [], notYet.Confidence, TimeStops.NotYet(notYet.Evidence[0], understood.AsOf));
        }

        var noLonger = await JudgeAsync(found, found.NoLonger, cancel);
        return noLonger.Passes
            ? new(found, noLonger.Evidence, [], noLonger.Confidence, TimeStops.NoLonger(noLonger.Evidence[0], understood.AsOf))
            : new(found, [], [], current.Confidence, NotThere(current, found));
    }

    private async Task<Judgement> JudgeAsync(Retrieved found, IReadOnlyList<FoundPassage> passages, CancellationToken cancel)
    {
        var ranked = ranking.Rank(found.Understood.SearchText, passages, found.Readable);
        var decisions = new Dictionary<FoundPassage, NameDecision>(ReferenceEqualityComparer.Instance);
        var passing = new List<Candidate>();
        (NameDecision Decision, uint By)? refused = null;
        foreach (var candidate in ranked.Candidates)
        {
            if (!decisions.TryGetValue(candidate.Unit.Passage, out var decision))
            {
                if (decisions.Count == MostEvidence)
                {
                    continue;
                }

                decision = await names.CheckAsync(found.Understood, candidate.Unit.Passage, cancel);
                decisions[candidate.Unit.Passage] = decision;
            }

            if (decision.Passes)
            {
                passing.Add(candidate);
            }
            else
            {
                refused ??= (decision, candidate.Unit.Passage.Version.Number);
            }
        }

        var chance = Decision.Chance(passing);
        return new(
            chance >= Decision.Least,
            [.. passing.Select(c => c.Unit.Passage).Distinct<FoundPassage>(ReferenceEqualityComparer.Instance)],
            passing,
            chance,
            passing.Count == 0 ? refused?.Decision : null,
            passing.Count == 0 && refused is { } first ? [first.By] : [],
            ranked.Present >= Presence.Least ? Near(passing) : []);
    }

    private static Stop NotThere(Judgement current, Retrieved found) => new(AnswerStatus.NotInDocuments, current.Refused switch
    {
        { Name: { } name, Nearest: { } near } => $"「{name}」という名前は、閲覧できる文書の中に見つかりませんでした。「{near}」のことでしょうか。",
        { Name: { } name } => $"「{name}」という名前は、閲覧できる文書の中に見つかりませんでした。名前を確認して、もう一度質問してください。",
        { Year: { } year } => $"「{year}」について定めた文書は見つかりませんでした。",
        _ => "お尋ねの内容に答えられる文書が見つかりませんでした。",
    })
    {
        NextSteps = NextSteps.To(current.Refused is null ? found.InForce : []),
        Near = current.Refused is null ? [.. current.Near.Select(n => n.Question)] : [],
        Mentions = current.Refused is null ? [.. current.Near.Select(n => n.Version.Number)] : current.RefusedBy,
    };

    /// <summary>The questions of the nearest entries. They are offered as questions: whoever asks knows best which one is meant.</summary>
    private static IReadOnlyList<FoundPassage> Near(IReadOnlyList<Candidate> passing) =>
        [.. passing.Select(c => c.Unit.Passage).Where(p => p.Question.Length > 0).DistinctBy(p => p.Question).Take(MostNear)];

    private sealed record Judgement(bool Passes, IReadOnlyList<FoundPassage> Evidence, IReadOnlyList<Candidate> Best, double Confidence, NameDecision? Refused, IReadOnlyList<uint> RefusedBy, IReadOnlyList<FoundPassage> Near);
}
