using Yakuba.Search.Queries;

namespace Yakuba.Search.Vectors;

/// <summary>Runs one vector search at a time and keeps its buffers for the next; searchers are pooled.</summary>
internal sealed unsafe class VectorSearcher : IDisposable
{
    /// <summary>Permitted vectors above which signs choose first.</summary>
    internal const int ExactUpTo = 300_000;

    /// <summary>Candidates that signs choose, at least; also 100 for each hit that is wanted.</summary>
    internal const int MinCandidates = 10_000;

    private const int Block = 256;

    private readonly CodedQuery _query = new();
    private readonly PermittedRanges _ranges = new();
    private readonly TopVectors _top = new();
    private readonly NativeBuffer<ushort> _distances = new();
    private readonly int[] _histogram = new int[VectorCode.MaxDimension + 1];

    /// <summary>How dot products are computed; the best way but in tests.</summary>
    internal DotWay Way { get; set; } = DotProduct.Best;

    /// <returns>Hits written to the front of <paramref name="to"/>, best first.</returns>
    internal int Run(VectorPart[] parts, ReadOnlySpan<float> vector, PermittedGroups permitted, Span<SearchHit> to, VectorScan scan)
    {
        if (to.Length == 0 || parts.Length == 0)
        {
            return 0;
        }

        _query.Set(vector);
        _ranges.Set(parts, permitted);
        _top.Begin(to.Length);
        var candidates = (int)Math.Min(int.MaxValue, Math.Max(MinCandidates, 100L * to.Length));
        var signs = scan == VectorScan.SignsFirst || (scan == VectorScan.Auto && _ranges.Vectors > ExactUpTo);
        if (signs && candidates < _ranges.Vectors && _ranges.Vectors < int.MaxValue)
        {
            ScanSigns(parts, candidates);
        }
        else
        {
            for (var i = 0; i < _ranges.Count; i++)
            {
                ScanExactly(parts[_ranges[i].Part].File, _ranges[i].From, _ranges[i].To);
            }
        }

        var found = _top.Sort();
        for (var i = 0; i < found.Length; i++)
        {
            to[i] = new SearchHit((uint)(found[i].Key >> 32), (uint)found[i].Key, (double)found[i].Score * _query.Scale);
        }

        return found.Length;
    }

    /// <summary>Scores given passages; NaN for those that have no vector or are not permitted.</summary>
    internal void Score(VectorPart[] parts, ReadOnlySpan<float> vector, PermittedGroups permitted, ReadOnlySpan<SearchHit> passages, Span<double> scores)
    {
        _query.Set(vector);
        for (var i = 0; i < passages.Length; i++)
        {
            scores[i] = permitted.Contains(passages[i].Group) ? ScoreOf(parts, passages[i]) : double.NaN;
        }
    }

    public void Dispose()
    {
        _query.Dispose();
        _ranges.Dispose();
        _distances.Dispose();
    }

    private double ScoreOf(VectorPart[] parts, SearchHit passage)
    {
        foreach (var part in parts)
        {
            var row = part.Hides(passage.Group) ? -1 : part.File.FindGroup(passage.Group);
            var vector = row < 0 ? -1 : part.File.Find(row, passage.Ordinal);
            if (vector >= 0)
            {
                return (double)ScoreOf(part.File, vector) * _query.Scale;
            }
        }

        return double.NaN;
    }

    private float ScoreOf(VectorFile file, int vector)
    {
        int dot;
        DotProduct.Run(Way, _query, file.Codes + ((long)vector * file.Header.Stride), file.Header.Stride, 1, &dot);
        return dot * file.Scales[vector];
    }

    private void ScanExactly(VectorFile file, int from, int to)
    {
        var dots = stackalloc int[Block];
        var stride = file.Header.Stride;
        for (; from < to; from += Block)
        {
            var count = Math.Min(Block, to - from);
            DotProduct.Run(Way, _query, file.Codes + ((long)from * stride), stride, count, dots);
            for (var i = 0; i < count; i++)
            {
                Offer(file, from + i, dots[i] * file.Scales[from + i]);
            }
        }
    }

    private void Offer(VectorFile file, int vector, float score)
    {
        if (score >= _top.Threshold)
        {
            _top.Offer(score, file.KeyOf(vector));
        }
    }

    // Two passes over the distances: the first counts them and so finds the distance that lets enough vectors in, the second scores these.
    // All vectors at that distance are scored, so the outcome does not depend on their order.
    private void ScanSigns(VectorPart[] parts, int candidates)
    {
        var distances = _distances.Reserve((int)_ranges.Vectors);
        var words = VectorFormat.SignWords(parts[0].File.Header.Dimension);
        Array.Clear(_histogram);
        long at = 0;
        for (var i = 0; i < _ranges.Count; i++)
        {
            var (part, from, to) = _ranges[i];
            var signs = parts[part].File.Signs + ((long)from * words);
            for (; from < to; from++, at++, signs += words)
            {
                var distance = SignCode.Distance(signs, _query.Signs, words);
                distances[at] = (ushort)distance;
                _histogram[distance]++;
            }
        }

        var limit = Limit(candidates);
        at = 0;
        for (var i = 0; i < _ranges.Count; i++)
        {
            var (part, from, to) = _ranges[i];
            for (; from < to; from++, at++)
            {
                if (distances[at] <= limit)
                {
                    Offer(parts[part].File, from, ScoreOf(parts[part].File, from));
                }
            }
        }
    }

    private int Limit(int candidates)
    {
        var (limit, let) = (0, (long)_histogram[0]);
        while (let < candidates)
        {
            let += _histogram[++limit];
        }

        return limit;
    }
}
