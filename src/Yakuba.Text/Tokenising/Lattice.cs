namespace Yakuba.Text;

/// <summary>
/// The Viterbi search over one text at a time. Its buffers are kept from text to text; one thread at a time.
/// Time is linear in the text. Memory is too, but small: what is already decided is written out on the way (<see cref="Settlement"/>).
/// </summary>
/// <remarks>Source: Viterbi, 1967; Kudo, Yamamoto and Matsumoto, Applying Conditional Random Fields to Japanese Morphological Analysis, 2004.</remarks>
internal sealed unsafe class Lattice(WordDictionary words, CharacterTrie trie, UnknownLookup lookup, SearchCosts costs)
{
    /// <summary>Nodes between two rebasings: 2^14 words of the highest cost stay below 2^31.</summary>
    private const int RebaseEvery = 1 << 14;

    private readonly KnownWords _known = new(trie, costs);
    private readonly Candidates _candidates = new();
    private readonly LeftNeighbours _left = new();
    private readonly WordCost* _words = costs.Words;
    private readonly WordCost* _unknown = costs.Unknown;
    private readonly short* _matrix = costs.Row(0);
    private readonly int _before = costs.Before;
    private readonly NodeStore _nodes = new();
    private readonly Settlement _settlement = new();

    /// <summary>The words of the last text, in order.</summary>
    internal MorphemePath Path { get; } = new();

    /// <summary>Cuts a text into words and leaves them in <see cref="Path"/>.</summary>
    internal void Run(ReadOnlySpan<char> text)
    {
        Path.Restart();
        _nodes.Restart();
        _known.Restart();
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

    /// <summary>Adds the words that start at a place, backwards: of two from one place the one tried first is added later and wins a tie.</summary>
    private void Extend(ReadOnlySpan<char> text, int start, int head)
    {
        var known = _known.LongestAt(text, start);
        lookup.FindUnknown(text, start, known >= 0, _candidates);
        _left.Collect(_nodes.Items, head);
        var candidates = _candidates.Items;
        for (var i = candidates.Length - 1; i >= 0; i--)
        {
            var (first, count, end) = candidates[i];
            Add(start, end, _unknown + first, count, ~first, -1);
        }

        while (known >= 0)
        {
            ref readonly var match = ref _known.At(known);
            var (first, count) = words.EntriesOf(match.Value);
            Add(start, match.End, _words + first, count, first, 1);
            known = match.Shorter;
        }
    }

    /// <summary>Adds words from one place to one other, each with its best way.</summary>
    /// <param name="entries">Their entries, which follow each other.</param>
    /// <param name="word">The first as <see cref="Morpheme.Word"/>.</param>
    /// <param name="step">From one to the next: 1 for known words, -1 for unknown ones.</param>
    private void Add(int start, int end, WordCost* entries, int count, int word, int step)
    {
        _nodes.Reserve(count, end);
        for (var i = count - 1; i >= 0; i--)
        {
            var entry = entries + i;
            var (cost, node) = _left.Best(_matrix + ((long)entry->Left * _before));
            _nodes.Add(start, end, word + (i * step), entry->Right, cost + entry->Cost, node);
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
