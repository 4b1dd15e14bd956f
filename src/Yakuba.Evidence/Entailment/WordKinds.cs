namespace Yakuba.Evidence;

/// <summary>What words mean to one another: same, broader, opposed. From <c>word-kinds.txt</c>, which was written by hand and learned from no data set.</summary>
internal static class WordKinds
{
    private const int farthest = 3;

    private static readonly Dictionary<string, string> folds = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, HashSet<string>> parents = new(StringComparer.Ordinal);
    private static readonly HashSet<(string, string)> apart = [];

    static WordKinds()
    {
        var lines = Lines().Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var line in lines.Where(line => line[0] == "="))
        {
            foreach (var word in line.Skip(1))
            {
                folds.TryAdd(word, line[1]);
            }
        }

        foreach (var line in lines.Where(line => line[0] != "="))
        {
            AddKind(Fold(line[0]), line[1], line.Skip(2).Select(Fold).Distinct(StringComparer.Ordinal).ToArray());
        }
    }

    /// <summary>The one word that stands for all that mean the same.</summary>
    internal static string Fold(string word) => folds.GetValueOrDefault(word, word);

    /// <summary>How <paramref name="hypothesis"/> stands to <paramref name="premise"/>, both folded; <see cref="Relation.None"/> if nothing is known.</summary>
    internal static Relation Of(string premise, string hypothesis) =>
        premise == hypothesis ? Relation.Synonym
        : IsUnder(premise, hypothesis, farthest) ? Relation.Broader
        : IsUnder(hypothesis, premise, farthest) ? Relation.Narrower
        : AreApart(premise, hypothesis) ? Relation.Contrast
        : Relation.None;

    private static void AddKind(string kind, string sign, string[] members)
    {
        foreach (var member in members)
        {
            if (sign != "<>" && member != kind)
            {
                (parents.TryGetValue(member, out var known) ? known : parents[member] = new HashSet<string>(StringComparer.Ordinal)).Add(kind);
            }

            foreach (var other in sign switch { ">" => members, "<>" => [kind], _ => [] })
            {
                if (other != member)
                {
                    apart.Add((member, other));
                    apart.Add((other, member));
                }
            }
        }
    }

    private static bool IsUnder(string word, string kind, int steps) =>
        steps > 0 && parents.TryGetValue(word, out var above) && (above.Contains(kind) || above.Any(parent => IsUnder(parent, kind, steps - 1)));

    // 子犬 and 猫: what holds of the kinds above holds of the words below.
    private static bool AreApart(string a, string b) => apart.Contains((a, b)) || Above(a).Any(x => Above(b).Any(y => apart.Contains((x, y))));

    private static IEnumerable<string> Above(string word) => parents.TryGetValue(word, out var above) ? above.Append(word) : [word];

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(WordKinds).Assembly.GetManifestResourceStream("Yakuba.Evidence.word-kinds.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n');
    }
}
