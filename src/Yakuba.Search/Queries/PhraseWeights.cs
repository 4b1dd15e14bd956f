using Yakuba.Search.Directories;
using Yakuba.Search.Ranking;

namespace Yakuba.Search.Queries;

/// <summary>The phrases of a query found in the segments, each with a weight that is the same for all segments.</summary>
internal sealed class PhraseWeights
{
    private int[] _rows = [];
    private int[] _firstTerms = [];
    private double[] _exact = [];
    private int _views;

    /// <summary>Phrases of the query.</summary>
    internal int Count { get; private set; }

    /// <summary>Fixed-point weights; 0 for a phrase that adds nothing.</summary>
    internal uint[] Weights { get; private set; } = [];

    /// <summary>Sum of the exact weights.</summary>
    internal double Sum { get; private set; }

    /// <summary>True when a required phrase and all of its alternatives have a term that no passage holds.</summary>
    internal bool FindsNothing { get; private set; }

    /// <summary>Row of a phrase's term in a segment's term table, or −1.</summary>
    internal int RowOf(int phrase, int term, int view) => _rows[((_firstTerms[phrase] + term) * _views) + view];

    /// <exception cref="ArgumentException">A field, a weight or a number of terms is out of range.</exception>
    internal void Resolve(IndexQuery query, SegmentSet segments, PermittedGroups scope, long passages)
    {
        var phrases = query.Phrases;
        (Count, Sum, FindsNothing, _views) = (phrases.Count, 0, false, segments.Views.Length);
        if (Count > 0)
        {
            Reserve(phrases);
        }

        var isOneKnown = false;
        for (var i = 0; i < Count; i++)
        {
            var phrase = phrases[i];
            var idf = 0.0;
            var isKnown = true;
            for (var term = 0; term < phrase.Terms.Count; term++)
            {
                var rows = _rows.AsSpan((_firstTerms[i] + term) * _views, _views);
                var holding = TermLookup.Find(phrase.Field, phrase.Terms[term], segments.Views, scope, rows);
                isKnown &= holding > 0;
                idf += holding > 0 ? InverseDocumentFrequency.Of(passages, holding) : 0;
            }

            _exact[i] = isKnown ? phrase.Weight * segments.Manifest.Schema.Fields[phrase.Field].Weight * idf : 0;
            Sum += _exact[i];
            isOneKnown |= isKnown;
            if (phrase.IsRequired && QueryPhrase.EndsAlternatives(phrases, i))
            {
                FindsNothing |= !isOneKnown;
            }

            isOneKnown &= phrase.IsRequired && !QueryPhrase.EndsAlternatives(phrases, i);
        }
    }

    internal void Quantise(double scale)
    {
        for (var i = 0; i < Count; i++)
        {
            Weights[i] = _exact[i] > 0 ? (uint)Math.Max(1, Math.Round(_exact[i] * scale)) : 0;
        }
    }

    /// <exception cref="ArgumentException">A field, a weight or a number of terms is out of range.</exception>
    internal static void Check(IndexQuery query, IndexSchema schema)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Phrases.Count, IndexQuery.MaxPhrases);
        for (var i = 0; i < query.Phrases.Count; i++)
        {
            var phrase = query.Phrases[i];
            if ((uint)phrase.Field >= schema.Fields.Count || !schema.Fields[phrase.Field].HasPositions)
            {
                throw new ArgumentOutOfRangeException(nameof(query), $"There is no field {phrase.Field} with positions.");
            }

            if (!double.IsFinite(phrase.Weight) || phrase.Weight < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(query), $"The weight {phrase.Weight} of a phrase is not finite and at least 0.");
            }

            if (phrase.Terms.Count is 0 or > IndexQuery.MaxTerms)
            {
                throw new ArgumentOutOfRangeException(nameof(query), $"A phrase has 1 to {IndexQuery.MaxTerms} terms, not {phrase.Terms.Count}.");
            }
        }
    }

    private void Reserve(IReadOnlyList<QueryPhrase> phrases)
    {
        if (_exact.Length < phrases.Count)
        {
            _exact = new double[phrases.Count];
            _firstTerms = new int[phrases.Count];
            Weights = new uint[phrases.Count];
        }

        var terms = 0;
        for (var i = 0; i < phrases.Count; i++)
        {
            _firstTerms[i] = terms;
            terms += phrases[i].Terms.Count;
        }

        if (_rows.Length < terms * _views)
        {
            _rows = new int[terms * _views];
        }
    }
}
