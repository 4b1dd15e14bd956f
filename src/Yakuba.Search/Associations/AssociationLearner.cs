namespace Yakuba.Search.Associations;

/// <summary>Learns from pairs of texts of one meaning which word of the one stands for which of the other: IBM Model 1 with an empty word.</summary>
/// <remarks>
/// Brown, Della Pietra, Della Pietra, Mercer: The Mathematics of Statistical Machine Translation, Computational Linguistics 19 (1993), used for retrieval
/// as by Berger and Lafferty (SIGIR 1999). The result depends on the pairs alone, not on their order of arrival beyond rounding. Not safe for several threads.
/// </remarks>
public sealed class AssociationLearner
{
    /// <summary>Words kept for each word.</summary>
    public const int MostMeant = 20;

    private const int Rounds = 6;

    // Added to every total, so that a word seen once does not claim to be sure.
    private const double Doubt = 0.5;
    private const double LeastKept = 0.002;
    private const double LeastWritten = 0.01;
    private const double LeastCounted = 1e-4;
    private const int Empty = 0;

    private readonly Dictionary<string, int> _ids = new() { [""] = Empty };
    private readonly List<string> _words = [""];
    private readonly List<(int[] Said, (int Word, int Times)[] Meant)> _pairs = [];

    /// <summary>Pairs added.</summary>
    public int Pairs => _pairs.Count;

    /// <summary>Adds a pair. One without words on either side is passed over.</summary>
    /// <param name="said">Words of the one text.</param>
    /// <param name="meant">Words of the other.</param>
    public void Add(IReadOnlyList<string> said, IReadOnlyList<string> meant)
    {
        if (said.Count > 0 && meant.Count > 0)
        {
            _pairs.Add(([.. said.Select(Id).Distinct()], [.. meant.GroupBy(Id).Select(g => (g.Key, g.Count()))]));
        }
    }

    /// <summary>Learns from all pairs.</summary>
    public WordAssociations Learn()
    {
        var chances = FirstRound();
        for (var round = 1; round < Rounds; round++)
        {
            chances = NextRound(chances);
        }

        var of = new Dictionary<string, Association[]>();
        for (var said = 1; said < _words.Count; said++)
        {
            var meant = chances[said]
                .Where(c => c.Value >= LeastWritten && c.Key != said)
                .OrderByDescending(c => c.Value)
                .ThenBy(c => _words[c.Key], StringComparer.Ordinal)
                .Take(MostMeant)
                .Select(c => new Association(_words[c.Key], c.Value))
                .ToArray();
            if (meant.Length > 0)
            {
                of.Add(_words[said], meant);
            }
        }

        return new WordAssociations(of);
    }

    private Dictionary<int, double>[] FirstRound()
    {
        var counts = NewCounts();
        foreach (var (said, meant) in _pairs)
        {
            var share = 1.0 / (said.Length + 1);
            foreach (var (word, times) in meant)
            {
                foreach (var s in said)
                {
                    Count(counts[s], word, times * share);
                }

                Count(counts[Empty], word, share);
            }
        }

        return Normalised(counts);
    }

    private Dictionary<int, double>[] NextRound(Dictionary<int, double>[] chances)
    {
        var counts = NewCounts();
        foreach (var (said, meant) in _pairs)
        {
            foreach (var (word, times) in meant)
            {
                var all = chances[Empty].GetValueOrDefault(word, 1e-9) + said.Sum(s => chances[s].GetValueOrDefault(word));
                var shared = 0.0;
                foreach (var s in said)
                {
                    if (chances[s].TryGetValue(word, out var chance) && chance / all > LeastCounted)
                    {
                        Count(counts[s], word, times * chance / all);
                        shared += chance / all;
                    }
                }

                Count(counts[Empty], word, times * Math.Max(0, 1 - shared));
            }
        }

        return Normalised(counts);
    }

    private static Dictionary<int, double>[] Normalised(Dictionary<int, double>[] counts)
    {
        var chances = new Dictionary<int, double>[counts.Length];
        for (var s = 0; s < counts.Length; s++)
        {
            var all = counts[s].Values.Sum() + Doubt;
            chances[s] = [];
            foreach (var (word, count) in counts[s])
            {
                if (count / all > LeastKept)
                {
                    chances[s].Add(word, count / all);
                }
            }
        }

        return chances;
    }

    private Dictionary<int, double>[] NewCounts()
    {
        var counts = new Dictionary<int, double>[_words.Count];
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = [];
        }

        return counts;
    }

    private static void Count(Dictionary<int, double> counts, int word, double by) =>
        counts[word] = counts.GetValueOrDefault(word) + by;

    private int Id(string word)
    {
        if (!_ids.TryGetValue(word, out var id))
        {
            _ids.Add(word, id = _words.Count);
            _words.Add(word);
        }

        return id;
    }
}
