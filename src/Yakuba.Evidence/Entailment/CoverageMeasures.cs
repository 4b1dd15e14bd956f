namespace Yakuba.Evidence;

/// <summary>How many words answer to one another, how, and which are left over on each side.</summary>
internal static class CoverageMeasures
{
    private static readonly WordClass[] classes = [WordClass.Noun, WordClass.Verb, WordClass.Adjective, WordClass.Adverb];

    internal static void Add(PairMeasures to, Alignment pair)
    {
        var (lost, extra) = (pair.Lost.ToList(), pair.Extra.ToList());
        var (p, h) = (Full(pair.Premise), Full(pair.Hypothesis));
        to.Add("premise words", p);
        to.Add("hypothesis words", h);
        to.Add("lengths", (double)(h + 1) / (p + 1));
        to.Add("covered", 1 - ((double)lost.Count / Math.Max(1, h)));
        to.Add("covering", 1 - ((double)extra.Count / Math.Max(1, p)));
        to.Add("lost", lost.Count);
        to.Add("extra", extra.Count);
        foreach (var kind in classes)
        {
            to.Add($"lost {kind}", lost.Count(word => word.Class == kind));
            to.Add($"extra {kind}", extra.Count(word => word.Class == kind));
        }

        foreach (var relation in Enum.GetValues<Relation>().Where(relation => relation != Relation.None))
        {
            var links = pair.Links.Where(link => link.Relation == relation && !link.Hypothesis.Light).ToList();
            to.Add($"{relation} nouns", links.Count(link => link.Hypothesis.Class == WordClass.Noun));
            to.Add($"{relation} others", links.Count(link => link.Hypothesis.Class != WordClass.Noun));
        }

        to.Add("firmly covered", (double)pair.Links.Count(link => link.Relation >= Relation.Broader && !link.Hypothesis.Light) / Math.Max(1, h));
        to.Add("same covered", (double)pair.Links.Count(link => link.Relation >= Relation.Synonym && !link.Hypothesis.Light) / Math.Max(1, Math.Max(h, p)));
        to.Add("replaced", Math.Min(lost.Count, extra.Count));
        to.Add("in one slot", lost.Count(word => extra.Exists(other => other.Role == word.Role && other.Class == word.Class && SameHead(pair, other, word))));
        to.Add("in one role", lost.Count(word => extra.Exists(other => other.Role == word.Role && other.Class == word.Class)));
        to.Add("lost modifiers", lost.Count(word => word.Role is "の" or "連" or "述連"));
        to.Add("extra modifiers", extra.Count(word => word.Role is "の" or "連" or "述連"));
    }

    /// <summary>True when the heads of the two answer to each other, or both have none.</summary>
    internal static bool SameHead(Alignment pair, StatedWord premise, StatedWord hypothesis) =>
        hypothesis.Head < 0 || premise.Head < 0
            ? hypothesis.Head == premise.Head
            : pair.Of(pair.Hypothesis.Words[hypothesis.Head]) is { } link && link.Premise.At == premise.Head;

    private static int Full(Statement statement) => statement.Words.Count(word => !word.Light);
}
