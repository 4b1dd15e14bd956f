namespace Yakuba.Search.Tests;

/// <summary>A random corpus with its exhaustive evaluation: what an index with the same commits must answer.</summary>
internal sealed class RandomTown
{
    internal const int Fields = 2;
    private readonly Random _random;
    private readonly int _words;
    private readonly List<ModelSegment> _segments = [];
    private readonly HashSet<uint> _pendingRemovals = [];
    private List<IndexEntry> _pending = [];
    private uint _nextGroup = 1;

    internal RandomTown(int seed, int words)
    {
        _random = new Random(seed);
        _words = words;
    }

    internal static IndexSchema Schema { get; } = new([new("title", 2.5), new("body", 1, HasPositions: true)]);

    internal IEnumerable<uint> Groups => _segments.SelectMany(segment => segment.Passages.Select(passage => passage.Group)).Distinct();

    internal IEnumerable<IndexEntry> Live => _segments.SelectMany(segment => segment.Passages.Where(passage => !segment.Removed.Contains(passage.Group)));

    /// <summary>Adds new groups of up to five passages; groups come shuffled and ordinals with gaps.</summary>
    internal void AddGroups(IndexWriter writer, int count)
    {
        var groups = Enumerable.Range(0, count).Select(_ => _nextGroup += (uint)_random.Next(1, 4)).ToArray();
        _random.Shuffle(groups);
        foreach (var group in groups)
        {
            Add(writer, group);
        }
    }

    internal void Add(IndexWriter writer, uint group)
    {
        var ordinals = Enumerable.Range(0, _random.Next(1, 6)).Select(i => (uint)(i * 3)).ToArray();
        _random.Shuffle(ordinals);
        foreach (var ordinal in ordinals)
        {
            var entry = new IndexEntry(group, ordinal, [Words(4), Words(40)]);
            _pending.Add(entry);
            writer.Add(entry);
        }
    }

    internal void RemoveSome(IndexWriter writer, double share)
    {
        foreach (var group in Groups.Where(_ => _random.NextDouble() < share).ToList())
        {
            writer.RemoveGroup(group);
            _pendingRemovals.Add(group);
        }
    }

    internal void Commit(IndexWriter writer)
    {
        writer.Commit();
        var replaced = _pending.Select(entry => entry.Group).Concat(_pendingRemovals).ToHashSet();
        _segments.ForEach(segment => segment.Removed.UnionWith(replaced));
        if (_pending.Count > 0)
        {
            var all = Live.Concat(_pending).ToList();
            _segments.Add(new ModelSegment(_pending, [.. Enumerable.Range(0, Fields).Select(field => Mean(all, field))], []));
        }

        _pending = [];
        _pendingRemovals.Clear();
        // A segment that lost its last group is not named any more, and counts no more.
        _segments.RemoveAll(segment => segment.Passages.TrueForAll(passage => segment.Removed.Contains(passage.Group)));
    }

    internal IndexQuery Query() => new([.. Enumerable.Range(0, _random.Next(1, 12))
        .Select(_ => new QueryTerm(_random.Next(Fields), Word(), _random.Next(0, 8) / 4.0))]);

    /// <summary>The same with one to three phrases, most of them cut from some passage.</summary>
    internal IndexQuery QueryWithPhrases() => Query() with { Phrases = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Phrase())] };

    internal List<uint> SomeGroups(double share) => [.. Groups.Where(_ => _random.NextDouble() < share)];

    /// <summary>Scores every passage in fixed point, as docs/formats/segment.md describes it.</summary>
    internal List<SearchHit> Evaluate(IndexQuery query, PermittedGroups permitted, int top)
    {
        // All counts what was removed until a merge; a scope counts its own passages alone.
        var all = _segments.SelectMany(segment => segment.Passages.Where(
            passage => permitted == PermittedGroups.All || (permitted.Scope.Contains(passage.Group) && !segment.Removed.Contains(passage.Group)))).ToList();
        var weighted = new List<(QueryTerm Term, double Weight)>();
        foreach (var term in query.Terms)
        {
            var holding = all.Count(entry => entry.Terms[term.Field].Contains(term.Term));
            if (holding > 0 && term.Weight > 0)
            {
                var idf = Math.Log(1 + ((all.Count - holding + 0.5) / (holding + 0.5)));
                weighted.Add((term, term.Weight * Schema.Fields[term.Field].Weight * idf));
            }
        }

        var phrases = query.Phrases.Select(phrase => (Phrase: phrase, Weight: WeightOf(phrase, all))).ToList();
        var scale = (1 << 23) / weighted.Aggregate(phrases.Sum(pair => pair.Weight), (sum, pair) => sum + pair.Weight);
        var hits = new List<(uint Group, uint Ordinal, uint Sum)>();
        foreach (var segment in _segments)
        {
            foreach (var entry in segment.Passages)
            {
                if (permitted.Contains(entry.Group) && !segment.Removed.Contains(entry.Group)
                    && HoldsRequired(entry, query.Phrases))
                {
                    var sum = weighted.Sum(pair => (long)Math.Max(1, Math.Round(pair.Weight * scale)) * ImpactOf(entry.Terms[pair.Term.Field], pair.Term.Term, segment.Means[pair.Term.Field]));
                    sum += phrases.Where(pair => pair.Weight > 0).Sum(pair => (long)Math.Max(1, Math.Round(pair.Weight * scale))
                        * ImpactOf(Occurrences(entry, pair.Phrase), entry.Terms[pair.Phrase.Field].Count, segment.Means[pair.Phrase.Field]));
                    hits.Add((entry.Group, entry.Ordinal, (uint)sum));
                }
            }
        }

        return [.. hits.Where(hit => hit.Sum > 0).OrderByDescending(hit => hit.Sum).ThenBy(hit => hit.Group).ThenBy(hit => hit.Ordinal)
            .Take(top).Select(hit => new SearchHit(hit.Group, hit.Ordinal, hit.Sum * (1 / (scale * 255))))];
    }

    private static int ImpactOf(IReadOnlyList<string> terms, string term, double mean) =>
        ImpactOf(terms.Count(other => other == term), terms.Count, mean);

    private static int ImpactOf(int occurrences, int length, double mean) =>
        occurrences == 0 ? 0 : Math.Max(1, (int)((255.0 * occurrences / (occurrences + (1.2 * (0.25 + (0.75 * length / mean))))) + 0.5));

    private static int Occurrences(IndexEntry entry, QueryPhrase phrase)
    {
        var text = entry.Terms[phrase.Field];
        return Enumerable.Range(0, Math.Max(0, text.Count - phrase.Terms.Count + 1))
            .Count(start => phrase.Terms.Select((term, i) => text[start + i] == term).All(isEqual => isEqual));
    }

    private static bool HoldsRequired(IndexEntry entry, IReadOnlyList<QueryPhrase> phrases)
    {
        var isMet = false;
        for (var i = 0; i < phrases.Count; i++)
        {
            var isNew = i == 0 || !phrases[i - 1].IsRequired || phrases[i].OneOf == 0 || phrases[i - 1].OneOf != phrases[i].OneOf;
            isMet = (!isNew && isMet) || Occurrences(entry, phrases[i]) > 0;
            var isLast = i + 1 == phrases.Count || !phrases[i + 1].IsRequired || phrases[i].OneOf == 0 || phrases[i + 1].OneOf != phrases[i].OneOf;
            if (phrases[i].IsRequired && isLast && !isMet)
            {
                return false;
            }
        }

        return true;
    }

    private static double WeightOf(QueryPhrase phrase, List<IndexEntry> all)
    {
        var holding = phrase.Terms.Select(term => all.Count(entry => entry.Terms[phrase.Field].Contains(term))).ToList();
        return holding.Contains(0) ? 0 : phrase.Weight * Schema.Fields[phrase.Field].Weight
            * holding.Sum(count => Math.Log(1 + ((all.Count - count + 0.5) / (count + 0.5))));
    }

    private QueryPhrase Phrase()
    {
        var bodies = Live.Select(entry => entry.Terms[1]).Where(body => body.Count >= 3).ToList();
        var length = _random.Next(1, 4);
        List<string> terms = bodies.Count > 0 && _random.Next(5) > 0 && bodies[_random.Next(bodies.Count)] is var body
            ? [.. body.Skip(_random.Next(body.Count - length + 1)).Take(length)]
            : [.. Enumerable.Range(0, length).Select(_ => Word())];
        return new QueryPhrase(1, terms, _random.Next(0, 8) / 4.0, _random.Next(3) == 0) { OneOf = _random.Next(2) };
    }

    private static double Mean(List<IndexEntry> entries, int field)
    {
        double tokens = entries.Sum(entry => entry.Terms[field].Count);
        return tokens == 0 ? 1 : tokens / entries.Count;
    }

    private List<string> Words(int most) => [.. Enumerable.Range(0, _random.Next(0, most)).Select(_ => Word())];

    // Squared, so that some words are in most passages and some in one or two.
    private string Word()
    {
        var draw = _random.NextDouble();
        return $"語{(int)(draw * draw * draw * _words)}";
    }

    private sealed record ModelSegment(List<IndexEntry> Passages, double[] Means, HashSet<uint> Removed);
}
