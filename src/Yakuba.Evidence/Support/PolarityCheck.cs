namespace Yakuba.Evidence;

/// <summary>Checks that each predicate of a claim is put as its evidence puts it, in the sentence that fits the claim best.</summary>
internal static class PolarityCheck
{
    private const double margin = 1.0;

    // Where the words alone do not tell which sentence the claim comes from, its wording does.
    private const double wordingWeight = 2;

    internal static string? Refute(Passage claim, PolarityMark mark, IReadOnlyList<Passage> evidence)
    {
        var candidates = new List<(double Fit, bool Carries, bool IsPredicate)>();
        foreach (var passage in evidence)
        {
            foreach (var other in passage.Marks)
            {
                if (other.Anchor == mark.Anchor)
                {
                    candidates.Add((Fit(claim, mark.Start, passage, other.Start), Carries(passage, other, mark.Stance), other.IsPredicate));
                }
            }
        }

        if (candidates.Count == 0)
        {
            return null;
        }

        // 自己負担はありません is about 自己負担; 自己負担分 before it is not.
        if (mark.IsPredicate && candidates.Exists(candidate => candidate.IsPredicate))
        {
            candidates.RemoveAll(candidate => !candidate.IsPredicate);
        }

        var best = candidates.Max(candidate => candidate.Fit);
        return candidates.Any(candidate => candidate.Carries && candidate.Fit >= best - margin)
            ? null
            : $"根拠の文書では、「{mark.Anchor}」についての肯定・否定（または義務・任意）が異なります。";
    }

    // A noun that only particles follow has its stance from the predicate behind it: 添付書類は不要です carries 添付する必要はありません.
    private static bool Carries(Passage passage, PolarityMark at, Stance wanted)
    {
        if (at.IsPredicate || at.IsPrefixed || wanted == Stance.Affirmed)
        {
            return Stances.Carries(at.Stance, wanted);
        }

        var (_, end) = Clause(passage, at.Start);
        var put = false;
        foreach (var other in passage.Marks)
        {
            if (other.Start >= at.Start && other.Start < end && !other.IsPrefixed && other.Stance != Stance.Affirmed)
            {
                put = true;
                if (Stances.Carries(other.Stance, wanted))
                {
                    return true;
                }
            }
        }

        return !put && Stances.Carries(Stance.Affirmed, wanted);
    }

    private static (int Start, int End) Clause(Passage passage, int at)
    {
        var (start, end) = passage.Reading.SentenceAt(at);
        var value = passage.Reading.Value;
        foreach (var mark in passage.Marks)
        {
            // A clause ends where a predicate ends and a comma or が follows.
            if (mark.Stance == Stance.Affirmed || mark.End >= value.Length || mark.End < start || mark.End > end || !(value[mark.End] == '、' || value[mark.End - 1] == 'が'))
            {
                continue;
            }

            if (mark.End <= at)
            {
                start = Math.Max(start, mark.End);
            }
            else
            {
                end = Math.Min(end, mark.End);
            }
        }

        return (start, end);
    }

    /// <summary>How well the sentence at a place of the evidence fits the claim around a place of it; words of the same clause count more.</summary>
    internal static double Fit(Passage claim, int place, Passage passage, int at)
    {
        var (claimStart, claimEnd) = claim.Reading.SentenceAt(place);
        var (start, end) = passage.Reading.SentenceAt(at);
        var (clauseStart, clauseEnd) = Clause(passage, at);
        var (claimClauseStart, claimClauseEnd) = Clause(claim, place);
        var sum = 0.0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in claim.Terms)
        {
            if (term.Start < claimStart || term.End > claimEnd || !seen.Add(term.Key))
            {
                continue;
            }

            var near = term.Start >= claimClauseStart && term.End <= claimClauseEnd ? 1 : 0.4;
            var there = 0.0;
            foreach (var other in passage.Terms)
            {
                if (other.Start >= start && other.End <= end && other.Key == term.Key)
                {
                    there = Math.Max(there, other.Start >= clauseStart && other.End <= clauseEnd ? 1 : 0.4);
                }
            }

            sum += term.Weight * near * there;
        }

        return sum + (wordingWeight * Wording(claim.Reading.Value.AsSpan(claimStart, claimEnd - claimStart), passage.Reading.Value.AsSpan(start, end - start)));
    }

    // Share of the claim's character pairs that the sentence has.
    private static double Wording(ReadOnlySpan<char> claim, ReadOnlySpan<char> sentence)
    {
        var found = 0;
        for (var i = 0; i + 1 < claim.Length; i++)
        {
            found += sentence.IndexOf(claim.Slice(i, 2), StringComparison.Ordinal) >= 0 ? 1 : 0;
        }

        return claim.Length < 2 ? 0 : (double)found / (claim.Length - 1);
    }
}
