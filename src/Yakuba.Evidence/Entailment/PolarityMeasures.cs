namespace Yakuba.Evidence;

/// <summary>Negations and quantities of both sides.</summary>
internal static class PolarityMeasures
{
    internal static void Add(PairMeasures to, Alignment pair)
    {
        var (p, h) = (pair.Premise, pair.Hypothesis);
        to.Add("premise negations", p.Negations);
        to.Add("hypothesis negations", h.Negations);
        to.Add("negation differs", p.Negations > 0 != h.Negations > 0 ? 1 : 0);
        to.Add("parity differs", (p.Negations - h.Negations) % 2 != 0 ? 1 : 0);
        to.Add("premise denies all", p.DeniesAll ? 1 : 0);
        to.Add("hypothesis denies all", h.DeniesAll ? 1 : 0);
        to.Add("aligned negation differs", pair.Links.Count(link => link.Premise.Negated != link.Hypothesis.Negated));
        to.Add("main negation differs", p.Main?.Negated != h.Main?.Negated ? 1 : 0);
        to.Add("main negated in premise", p.Main?.Negated == true ? 1 : 0);
        to.Add("main negated in hypothesis", h.Main?.Negated == true ? 1 : 0);
        to.Add("passive differs", pair.Links.Count(link => link.Premise.Passive != link.Hypothesis.Passive));
        to.Add("opposed and aligned", pair.Links.Count(link => link.Relation == Relation.Contrast && CoverageMeasures.SameHead(pair, link.Premise, link.Hypothesis)));
        to.Add("opposed in one role", pair.Links.Count(link => link.Relation == Relation.Contrast && link.Premise.Role == link.Hypothesis.Role));

        var (same, clash) = Compare(pair);
        to.Add("premise quantities", p.Quantities.Count);
        to.Add("hypothesis quantities", h.Quantities.Count);
        to.Add("quantities agree", same);
        to.Add("quantities clash", clash);
        to.Add("quantities lost", Math.Max(0, h.Quantities.Count - same - clash));
    }

    /// <summary>How many quantities of the hypothesis the premise states, and how many it states otherwise.</summary>
    internal static (int Same, int Clash) Compare(Alignment pair)
    {
        var (same, clash) = (0, 0);
        foreach (var stated in pair.Hypothesis.Quantities)
        {
            var rivals = pair.Premise.Quantities.Where(other => other.Counter == stated.Counter || other.Counter.Length == 0 || stated.Counter.Length == 0).ToList();
            same += rivals.Exists(other => other.Value == stated.Value) ? 1 : 0;
            clash += rivals.Count > 0 && !rivals.Exists(other => Agree(other, stated)) ? 1 : 0;
        }

        return (same, clash);
    }

    // Several may be any number above one.
    private static bool Agree(Quantity premise, Quantity hypothesis) =>
        premise.Value == hypothesis.Value || (premise.Value is null && hypothesis.Value > 1) || (hypothesis.Value is null && premise.Value > 1);
}
