using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Refuses questions about things that the evidence does not name: invented schemes, and other municipalities' rules.</summary>
/// <remarks>
/// The distinctive part of each name in the question must be the distinctive part of a name in the evidence with the same head, whole or shortened by
/// whole elements (応援給付金 for 子育て応援給付金). Likeness does not count: nearest-neighbour retrieval answers questions about laws that do not exist,
/// and no similarity threshold parts them. General words (補助金, 市立図書館) name nothing and pass.
/// </remarks>
public sealed class NameGate(Lexicon lexicon)
{
    private readonly NameReader _reader = new(lexicon);

    /// <summary>Decides whether the evidence may answer the question, as far as names go.</summary>
    /// <param name="question">As asked.</param>
    /// <param name="ownMunicipalityNames">The municipality itself, its prefecture and its 旧町名: 八重桜市, 八重桜.</param>
    /// <param name="evidence">Titles and texts of the passages found.</param>
    /// <param name="knownAliases">通称 and old names that the municipality has registered; a name that is one of them passes.</param>
    public GateDecision Decide(string question, IReadOnlyList<string> ownMunicipalityNames, IReadOnlyList<string> evidence, IReadOnlyList<string> knownAliases)
    {
        ArgumentNullException.ThrowIfNull(question);
        var asked = _reader.Read(question);
        var folded = Fold(question);
        var own = ownMunicipalityNames.Select(Fold).ToList();
        var aliases = knownAliases.Select(Fold).ToHashSet(StringComparer.Ordinal);
        var known = EvidenceNames.Of(evidence, lexicon);
        foreach (var name in asked)
        {
            if (!Matches(name, question, own, aliases, known))
            {
                return new GateDecision(false, name, known.NearestTo(name));
            }
        }

        return (known.NearMissIn(folded, NameFold.Of, aliases) ?? known.NearMissIn(NormalText.Of(question).Value, static text => text, aliases)) is { } miss ? new GateDecision(false, miss.Asked, miss.Known.Text) : new GateDecision(true, null, null);
    }

    private static bool Matches(NamedThing name, string question, List<string> own, HashSet<string> aliases, EvidenceNames known)
    {
        var folded = Fold(name.Text);
        if (name.Elements.Count == 0 || aliases.Contains(folded) || aliases.Contains(string.Concat(name.Elements)))
        {
            return true;
        }

        return name.Kind switch
        {
            NameKind.Municipality => IsOwn(name, folded, own) || known.Contains(folded) || Movement.IsAround(question, name.Start + name.Length),
            NameKind.Quoted => known.Contains(folded) || known.HasMatch(name),
            _ => IsOwn(name, string.Concat(name.Elements), own) || known.HasMatch(name),
        };
    }

    private static bool IsOwn(NamedThing name, string folded, List<string> own)
    {
        foreach (var mine in own)
        {
            if (folded == mine || (name.Kind == NameKind.Municipality && (mine + name.Head == folded || mine.EndsWith(folded, StringComparison.Ordinal) || folded.EndsWith(mine, StringComparison.Ordinal))))
            {
                return true;
            }
        }

        return false;
    }

    private static string Fold(string text) => NameFold.Of(NormalText.Of(text).Value);
}
