using Yakuba.Search.Directories;
using Yakuba.Search.Ranking;

namespace Yakuba.Search.Queries;

/// <summary>The terms of a query found in the segments, each with a fixed-point weight that is the same for all segments.</summary>
internal sealed class QueryWeights
{
    /// <summary>What the fixed-point weights sum up to, about; 255 times it is below 2^31.</summary>
    private const double WeightSum = 1 << 23;

    private int[] _rows = [];
    private double[] _exact = [];
    private int[] _kept = [];

    /// <summary>The phrases, weighed on the same scale.</summary>
    internal PhraseWeights Phrases { get; } = new();

    /// <summary>True when no passage can be found.</summary>
    internal bool FindNothing => (Count == 0 && Phrases.Sum == 0) || Phrases.FindsNothing;

    /// <summary>Terms that some segment holds and that weigh more than 0.</summary>
    internal int Count { get; private set; }

    /// <summary>Fixed-point weights, the greatest first.</summary>
    internal uint[] Weights { get; private set; } = [];

    /// <summary>What one step of the sum of weight × impact is worth as a score.</summary>
    internal double ScoreOfOne { get; private set; }

    /// <summary>Row of a kept term in a segment's term table, or −1.</summary>
    internal int RowOf(int term, int view, int views) => _rows[(_kept[term] * views) + view];

    /// <exception cref="ArgumentException">A field or a weight is out of range.</exception>
    internal void Resolve(IndexQuery query, SegmentSet segments, PermittedGroups scope)
    {
        PhraseWeights.Check(query, segments.Manifest.Schema);
        var passages = scope.PassagesIn(segments.Views);
        Phrases.Resolve(query, segments, scope, passages);
        var views = segments.Views;
        Reserve(query.Terms.Count, views.Length);
        Count = 0;
        for (var i = 0; i < query.Terms.Count; i++)
        {
            var term = query.Terms[i];
            Check(term, segments.Manifest.Schema);
            var holding = TermLookup.Find(term.Field, term.Term, views, scope, _rows.AsSpan(i * views.Length, views.Length));
            var weight = term.Weight * segments.Manifest.Schema.Fields[term.Field].Weight;
            if (holding > 0 && weight > 0)
            {
                _exact[i] = weight * InverseDocumentFrequency.Of(passages, holding);
                _kept[Count++] = i;
            }
        }

        KeepHeaviest();
        Quantise();
        SortByWeight();
    }

    private static void Check(in QueryTerm term, IndexSchema schema)
    {
        if ((uint)term.Field >= schema.Fields.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(term), $"There is no field {term.Field}; the schema has {schema.Fields.Count}.");
        }

        if (!double.IsFinite(term.Weight) || term.Weight < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(term), $"The weight {term.Weight} of a term is not finite and at least 0.");
        }
    }

    private void Reserve(int terms, int views)
    {
        if (_exact.Length < terms)
        {
            _exact = new double[terms];
            _kept = new int[terms];
            Weights = new uint[terms];
        }

        if (_rows.Length < terms * views)
        {
            _rows = new int[terms * views];
        }
    }

    private void KeepHeaviest()
    {
        if (Count > IndexQuery.MaxTerms)
        {
            _kept.AsSpan(0, Count).Sort((a, b) => _exact[a] != _exact[b] ? _exact[b].CompareTo(_exact[a]) : a.CompareTo(b));
            Count = IndexQuery.MaxTerms;
        }
    }

    private void Quantise()
    {
        var sum = Phrases.Sum;
        for (var i = 0; i < Count; i++)
        {
            sum += _exact[_kept[i]];
        }

        var scale = WeightSum / sum;
        if (Count + Phrases.Sum > 0 && (scale == 0 || !double.IsFinite(scale)))
        {
            throw new ArgumentOutOfRangeException(nameof(sum), $"The weights of the terms sum up to {sum}, which no score can be scaled by.");
        }

        for (var i = 0; i < Count; i++)
        {
            Weights[i] = (uint)Math.Max(1, Math.Round(_exact[_kept[i]] * scale));
        }

        Phrases.Quantise(scale);
        ScoreOfOne = 1 / (scale * 255);
    }

    /// <summary>Heaviest first: so it shows soonest that no passage of a window can be among the best.</summary>
    private void SortByWeight()
    {
        Weights.AsSpan(0, Count).Sort(_kept.AsSpan(0, Count));
        Weights.AsSpan(0, Count).Reverse();
        _kept.AsSpan(0, Count).Reverse();
    }
}
