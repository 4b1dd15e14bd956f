namespace Yakuba.Evidence;

/// <summary>Whether subject, object, place and predicate answer to one another, and whether words changed their parts.</summary>
internal static class RoleMeasures
{
    private static readonly string[] roles = ["が", "を", "に", "で"];

    internal static void Add(PairMeasures to, Alignment pair)
    {
        Add(to, pair, "main", pair.Premise.Main, pair.Hypothesis.Main);
        foreach (var role in roles)
        {
            Add(to, pair, role, pair.Premise.WithRole(role), pair.Hypothesis.WithRole(role));
        }

        var firm = pair.Links.Where(link => link.Relation >= Relation.Narrower && !link.Hypothesis.Light).ToList();
        to.Add("roles differ", firm.Count(link => IsCase(link.Premise.Role) && IsCase(link.Hypothesis.Role) && link.Premise.Role != link.Hypothesis.Role));
        to.Add("roles swapped", Swapped(pair) ? 1 : 0);
        to.Add("heads differ", firm.Count(link => link.Premise.Head >= 0 && link.Hypothesis.Head >= 0 && !CoverageMeasures.SameHead(pair, link.Premise, link.Hypothesis)));
        to.Add("modifiers moved", firm.Count(link => link.Premise.Role is "の" or "連" or "述連" && link.Hypothesis.Role is "の" or "連" or "述連" && !CoverageMeasures.SameHead(pair, link.Premise, link.Hypothesis)));
        to.Add("places differ", firm.Count(link => link.Premise.Place != link.Hypothesis.Place && link.Premise.Place.Length > 0 && link.Hypothesis.Place.Length > 0));
        to.Add("predicates", pair.Hypothesis.Words.Count(word => word.IsPredicate) - pair.Premise.Words.Count(word => word.IsPredicate));
        to.Add("inversions", Inversions(firm));
    }

    /// <summary>The doer of the one is the object of the other and the other way round: 市が県に払う, 県が市に払う. A passive verb on one side puts it right.</summary>
    internal static bool Swapped(Alignment pair) =>
        pair.Links.Exists(link => link.Premise.Role == "が" && link.Hypothesis.Role is "を" or "に") && pair.Links.Exists(link => link.Hypothesis.Role == "が" && link.Premise.Role is "を" or "に")
        && !pair.Links.Exists(link => link.Premise.Passive != link.Hypothesis.Passive);

    // 0 unknown word against unknown word, up to 6 for the same; below 0 where one side has none, apart from where it answers to another word.
    private static void Add(PairMeasures to, Alignment pair, string role, StatedWord? premise, StatedWord? hypothesis)
    {
        var linked = hypothesis is null ? null : pair.Of(hypothesis);
        to.Add($"{role} relation", premise is null ? hypothesis is null ? -1 : -2 : hypothesis is null ? -3 : linked is { } link && link.Premise == premise ? (int)link.Relation : 0);
        to.Add($"{role} found elsewhere", linked is { } other && other.Premise != premise ? (int)other.Relation : -1);
    }

    private static bool IsCase(string role) => role is "が" or "を" or "に" or "で" or "から" or "へ" or "と";

    private static double Inversions(List<Link> links)
    {
        var (turned, all) = (0, 0);
        for (var i = 0; i < links.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                all++;
                turned += (links[i].Premise.At - links[j].Premise.At) * (links[i].Hypothesis.At - links[j].Hypothesis.At) < 0 ? 1 : 0;
            }
        }

        return all == 0 ? 0 : (double)turned / all;
    }
}
