using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Wording;

/// <summary>Raises passages that answered questions like the one asked. Unchanged once made; safe for many threads.</summary>
/// <remarks>
/// A passage gains <see cref="Strength"/> times the search's best score for each question that it answered, by the square of that question's likeness
/// (the cosine of the two <see cref="QuestionVector"/>s). Constants were chosen by cross-validation on municipal FAQ judgments (docs/quality.md).
/// </remarks>
public sealed class KnownWays
{
    private const double Strength = 0.6;
    private const double LeastLikeness = 0.15;

    private readonly IReadOnlyList<AskedWay> _ways;
    private readonly Dictionary<string, List<(int Way, double Part)>> _holders = [];
    private readonly SearchAnalyser _analyser;
    private readonly MeantWords _meant;

    private KnownWays(IReadOnlyList<AskedWay> ways, SearchAnalyser analyser, MeantWords meant) => (_ways, _analyser, _meant) = (ways, analyser, meant);

    /// <summary>Questions that it knows.</summary>
    public int Count => _ways.Count;

    /// <summary>Prepares known questions for the words, as they are counted, that they will be used with.</summary>
    public static KnownWays Of(IReadOnlyList<AskedWay> ways, SearchAnalyser analyser, MeantWords meant, TermCounts counts)
    {
        var known = new KnownWays(ways, analyser, meant);
        for (var way = 0; way < ways.Count; way++)
        {
            foreach (var (word, part) in QuestionVector.Of(ways[way].Words, meant, counts))
            {
                if (!known._holders.TryGetValue(word, out var holders))
                {
                    known._holders.Add(word, holders = []);
                }

                holders.Add((way, part));
            }
        }

        return known;
    }

    /// <summary>Orders hits anew. A passage that answered like questions is found even where search did not find it.</summary>
    /// <param name="question">The question asked.</param>
    /// <param name="hits">What search found, best first.</param>
    /// <param name="permitted">What may be found; nothing else is added.</param>
    /// <param name="counts">Words as they may be counted for whoever asks, in the index searched.</param>
    /// <param name="top">The most hits wanted.</param>
    public SearchHit[] Raise(string question, SearchHit[] hits, PermittedGroups permitted, TermCounts counts, int top)
    {
        if (_ways.Count == 0 || hits.Length == 0)
        {
            return hits;
        }

        var best = hits[0].Score;
        var scores = hits.ToDictionary(h => (h.Group, h.Ordinal), h => h.Score);
        foreach (var (way, likeness) in Like(question, counts))
        {
            var (_, group, ordinal) = _ways[way].Way;
            if (permitted.Contains(group))
            {
                scores[(group, ordinal)] = scores.GetValueOrDefault((group, ordinal)) + (Strength * best * likeness * likeness);
            }
        }

        return [.. scores
            .Select(s => new SearchHit(s.Key.Group, s.Key.Ordinal, s.Value))
            .OrderByDescending(h => h.Score)
            .ThenBy(h => h.Group)
            .ThenBy(h => h.Ordinal)
            .Take(top)];
    }

    private IEnumerable<(int Way, double Likeness)> Like(string question, TermCounts counts)
    {
        var likeness = new Dictionary<int, double>();
        foreach (var (word, part) in QuestionVector.Of(SearchAnalyser.IndexedWords(_analyser.Analyse(question)), _meant, counts))
        {
            foreach (var (way, other) in _holders.GetValueOrDefault(word, []))
            {
                likeness[way] = likeness.GetValueOrDefault(way) + (part * other);
            }
        }

        return likeness.Where(l => l.Value > LeastLikeness).Select(l => (l.Key, l.Value));
    }
}
