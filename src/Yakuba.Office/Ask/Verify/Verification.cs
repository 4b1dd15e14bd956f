using Yakuba.Evidence;
using Yakuba.Office.Ask.Compose;
using Yakuba.Office.Ask.Gate;

namespace Yakuba.Office.Ask.Verify;

/// <summary>What verification found of one sentence.</summary>
/// <param name="Kept">The sentence, if it may be said.</param>
/// <param name="Removed">The sentence with the reason, if it may not.</param>
public sealed record Verified(AnswerSentence? Kept, RemovedSentence? Removed);

/// <summary>Step 6. A sentence is said only when each number, date, amount, name, reference and its polarity stand in its own evidence.</summary>
public sealed class Verification(SupportChecker support)
{
    /// <summary>Checks one sentence against the evidence that it names.</summary>
    /// <returns>Evidence numbers in the kept sentence are those of <paramref name="gated"/>, from 1.</returns>
    public Verified Check(DraftSentence draft, Gated gated)
    {
        var named = draft.Evidence.Distinct().Where(n => n >= 1 && n <= gated.Evidence.Count).ToList();
        if (named.Count == 0)
        {
            return Remove(draft, "根拠となる文書が示されていません。");
        }

        var verdict = support.Check(draft.Text, [.. named.Select(n => EvidenceText.Of(gated.Evidence[n - 1]))], gated.Retrieved.Understood.Today);
        return verdict.Supported
            ? new(new AnswerSentence(draft.Text, named), null)
            : Remove(draft, verdict.Missing.Count > 0 ? string.Concat(verdict.Missing.Select(m => m.Reason)) : "文書の内容から確かめられません。");
    }

    private static Verified Remove(DraftSentence draft, string reason) => new(null, new RemovedSentence(draft.Text, reason));
}
