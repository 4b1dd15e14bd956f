namespace Yakuba.Text;

/// <summary>
/// The Viterbi search over one text at a time. Its buffers are kept from text to text; one thread at a time.
/// Time is linear in the text. Memory is too, but small: what is already decided is written out on the way (<see cref="Settlement"/>).
/// </summary>
/// <remarks>Source: Viterbi, 1967; Kudo, Yamamoto and Matsumoto, Applying Conditional Random Fields to Japanese Morphological Analysis, 2004.</remarks>
internal sealed unsafe class Lattice(WordDictionary words, WordDictionary unknown, WordLookup lookup, ConnectionCosts costs)
{
    /// <summary>Nodes between two rebasings: 2^14 words of the highest cost stay below 2^31.</summary>
    private const int RebaseEvery = 1 << 14;

    private readonly Candidates _candidates = new();
    private readonly LeftNeighbours _left = new(costs.Before);
    private readonly (long Round, int Cost, int Node)[] _leftBest = new (long, int, int)[costs.After];
    private readonly WordEntry* _words = words.Entries;
    private readonly WordEntry* _unknown = unknown.Entries;
    private readonly short* _matrix = costs.Row(0);
    private readonly int _before = costs.Before;
    private readonly NodeStore _nodes = new();
    private readonly Settlement _settlement = new();
    private long _round;

    /// <summary>The words of the last text, in order.</summary>
    internal MorphemePath Path { get; } = new();

    /// <summary>Cuts a text into words and leaves them in <see cref="Path"/>.</summary>
    internal void Run(ReadOnlySpan<char> text)
    {
        Path.Restart();
        _nodes.Restart();
        var settleAt = Settlement.Interval;
        var rebaseAt = RebaseEvery;
        for (var at = 0; at < text.Length; at++)
        {
            var head = _nodes.EndingAt(at);
            if (head < 0)
            {
                continue;
            }

            if (_nodes.Count >= rebaseAt)
            {
                if (_nodes.Count >= settleAt)
                {
                    _settlement.Settle(_nodes, at, Path);
                    settleAt = Math.Max(Settlement.Interval, _nodes.Count * 2);
                    head = _nodes.EndingAt(at);
                }

                _nodes.Rebase(at);
                rebaseAt = _nodes.Count + RebaseEvery;
            }

            var start = lookup.SkipSpaces(text, at);
            if (start < text.Length)
            {
                Extend(text, start, head);
            }
        }

        Finish(text.Length);
    }

    private void Extend(ReadOnlySpan<char> text, int start, int head)
    {
        lookup.Find(text, start, _candidates);
        _left.Collect(_nodes.Items, head);
        _nodes.Reserve(_candidates.Count, _candidates.LastEnd);
        _round++;
        var candidates = _candidates.Items;
        // Backwards, so that of two words from one place the one that the dictionary yields first is added later and wins a tie.
        for (var i = candidates.Length - 1; i >= 0; i--)
        {
            var (word, end) = candidates[i];
            var entry = word >= 0 ? _words + word : _unknown + ~word;
            int left = entry->LeftContext;
            if (left >= costs.After || entry->RightContext >= costs.Before)
            {
                throw words.Damaged("an entry has a context class outside the matrix");
            }

            ref var best = ref _leftBest[left];
            if (best.Round != _round)
            {
                var (cost, node) = _left.Best(_matrix + ((long)left * _before));
                best = (_round, cost, node);
            }

            _nodes.Add(start, end, word, entry->RightContext, best.Cost + entry->Cost, best.Node);
        }
    }

    private void Finish(int length)
    {
        // Spaces at the end hold no word, so the last word may end before the text does.
        var last = length;
        while (_nodes.EndingAt(last) < 0)
        {
            last--;
        }

        _left.Collect(_nodes.Items, _nodes.EndingAt(last));
        Path.Append(_nodes.Items, _left.Best(costs.Row(0)).Node);
    }
}
