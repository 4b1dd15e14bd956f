using Yakuba.Evidence;
using Yakuba.Office.Ask.Retrieve;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Office.Ask.Gate;

/// <summary>What passed the gate.</summary>
/// <param name="Retrieved">The question and all that was found.</param>
/// <param name="Evidence">Passages that may be cited, best first; at most eight.</param>
/// <param name="Words">The question's content words with their weights.</param>
/// <param name="Confidence">0 to 1: how sure these passages can answer.</param>
/// <param name="Stop">Set when they may not.</param>
public sealed record Gated(
    Retrieved Retrieved, IReadOnlyList<FoundPassage> Evidence, IReadOnlyDictionary<string, double> Words, double Confidence, Stop? Stop);

/// <summary>Step 4. Three gates: the names asked about must be in the evidence, the evidence must be in force, and it must cover what is asked.</summary>
public sealed class EvidenceGate(Database database, SettingStore settings, NameGate names, Coverage coverage, TermWeights weights, OnlyAPerson onlyAPerson)
{
    private const int MostEvidence = 8;

    // Below this share of the question's weight no passage answers. Set on the sample town's judged questions; docs/quality.md.
    private const double LeastCoverage = 0.5;

    /// <summary>Decides.</summary>
    public async Task<Gated> DecideAsync(Retrieved found, CancellationToken cancel)
    {
        var understood = found.Understood;
        var words = weights.Of(understood.SearchText);
        if (onlyAPerson.Decide(understood.Question.Text) is { } person)
        {
            return new(found, [], words, 0, person with { NextSteps = NextSteps.To(found.InForce) });
        }

        var own = await OwnNamesAsync(cancel);
        var current = Judge(understood.Question.Text, own, words, found.InForce);
        if (current.Passes)
        {
            return new(found, current.Evidence, words, current.Confidence, null);
        }

        var notYet = Judge(understood.Question.Text, own, words, found.NotYet);
        if (notYet.Passes)
        {
            return new(found, notYet.Evidence, words, notYet.Confidence, TimeStops.NotYet(notYet.Evidence[0], understood.AsOf));
        }

        var noLonger = Judge(understood.Question.Text, own, words, found.NoLonger);
        return noLonger.Passes
            ? new(found, noLonger.Evidence, words, noLonger.Confidence, TimeStops.NoLonger(noLonger.Evidence[0], understood.AsOf))
            : new(found, [], words, current.Confidence, NotThere(current, found));
    }

    private Judgement Judge(string question, Names own, IReadOnlyDictionary<string, double> words, IReadOnlyList<FoundPassage> passages)
    {
        if (passages.Count == 0)
        {
            return new(false, [], 0, null);
        }

        var evidence = passages.Take(MostEvidence).ToList();
        var decision = names.Decide(question, own.Municipality, [.. evidence.Select(EvidenceText.Of)], own.Aliases);
        var best = evidence.Max(p => coverage.Of(words, p));
        return new(decision.Passes && best >= LeastCoverage, evidence, best, decision.Passes ? null : decision);
    }

    private static Stop NotThere(Judgement current, Retrieved found) => new(
        AnswerStatus.NotInDocuments,
        current.Refused is { Unmatched: { } thing } refused
            ? $"「{thing.Text}」という名前は、閲覧できる文書の中に見つかりませんでした。{(refused.Nearest is { } near ? $"「{near}」のことでしょうか。" : "名前を確認して、もう一度質問してください。")}"
            : "お尋ねの内容に答えられる文書が見つかりませんでした。")
    {
        NextSteps = NextSteps.To(current.Refused is null ? found.InForce : []),
    };

    private async Task<Names> OwnNamesAsync(CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var own = new List<string>();
        if (await settings.GetAsync(read, MunicipalitySettings.Name, cancel) is { Length: > 0 } name)
        {
            own.Add(name);
        }

        own.AddRange(Split(await settings.GetAsync(read, MunicipalitySettings.OtherNames, cancel)));
        return new(own, Split(await settings.GetAsync(read, MunicipalitySettings.Aliases, cancel)));
    }

    private static string[] Split(string list) => list.Split(['、', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed record Names(IReadOnlyList<string> Municipality, IReadOnlyList<string> Aliases);

    private sealed record Judgement(bool Passes, IReadOnlyList<FoundPassage> Evidence, double Confidence, GateDecision? Refused);
}
