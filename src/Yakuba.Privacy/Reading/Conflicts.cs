using System.Collections;

namespace Yakuba.Privacy;

/// <summary>Where findings overlap, the surer one stays, then the longer, then the first.</summary>
internal static class Conflicts
{
    /// <param name="findings">In any order; each lies inside the text.</param>
    /// <param name="length">Length of the text.</param>
    /// <returns>Findings in order of place, none touching the inside of another.</returns>
    internal static List<Finding> Settle(List<Finding> findings, int length)
    {
        findings.Sort(static (a, b) =>
            a.Certainty != b.Certainty ? b.Certainty.CompareTo(a.Certainty)
            : a.End - a.Start != b.End - b.Start ? (b.End - b.Start).CompareTo(a.End - a.Start)
            : a.Start != b.Start ? a.Start.CompareTo(b.Start)
            : a.Kind.CompareTo(b.Kind));
        var taken = new BitArray(length);
        var kept = new List<Finding>();
        foreach (var finding in findings)
        {
            if (IsFree(taken, finding))
            {
                for (var at = finding.Start; at < finding.End; at++)
                {
                    taken[at] = true;
                }

                kept.Add(finding);
            }
        }

        kept.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return kept;
    }

    private static bool IsFree(BitArray taken, in Finding finding)
    {
        for (var at = finding.Start; at < finding.End; at++)
        {
            if (taken[at])
            {
                return false;
            }
        }

        return true;
    }
}
