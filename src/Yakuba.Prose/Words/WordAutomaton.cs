namespace Yakuba.Prose;

/// <summary>Finds all of many words in one pass over a text, also those that overlap.</summary>
/// <remarks>Source: Aho and Corasick, Efficient string matching, 1975. Time grows with the text and with what is found, not with the number of words.</remarks>
internal sealed class WordAutomaton
{
    private readonly Dictionary<long, int> _next = [];
    private readonly int[] _start = new int[char.MaxValue + 1]; // the first step is taken from nearly every letter: a table of its own
    private readonly int[] _fallback;
    private readonly int[] _shorter; // the nearest state behind it that ends a word; 0 for none
    private readonly int[] _ends;
    private readonly int[] _lengths;

    /// <param name="words">Not empty ones, each once.</param>
    internal WordAutomaton(IReadOnlyList<string> words)
    {
        _lengths = [.. words.Select(word => word.Length)];
        var (letters, parents, ends) = (new List<char> { '\0' }, new List<int> { 0 }, new List<int> { -1 });
        for (var index = 0; index < words.Count; index++)
        {
            var state = 0;
            foreach (var letter in words[index])
            {
                var next = Step(state, letter);
                if (next == 0)
                {
                    next = letters.Count;
                    letters.Add(letter);
                    parents.Add(state);
                    ends.Add(-1);
                    Join(state, letter, next);
                }

                state = next;
            }

            ends[state] = index;
        }

        _ends = [.. ends];
        _fallback = new int[_ends.Length];
        _shorter = new int[_ends.Length];
        Link(letters, parents);
    }

    /// <summary>Finds words in a stretch of a text.</summary>
    /// <param name="text">Any string.</param>
    /// <param name="from">First index.</param>
    /// <param name="to">First index after it.</param>
    /// <param name="found">Takes what is found, by the place where it ends.</param>
    internal void Find(string text, int from, int to, List<WordHit> found)
    {
        var state = 0;
        for (var at = from; at < to; at++)
        {
            var letter = text[at];
            var next = Step(state, letter);
            while (next == 0 && state != 0)
            {
                state = _fallback[state];
                next = Step(state, letter);
            }

            state = next;
            for (var end = _ends[state] >= 0 ? state : _shorter[state]; end != 0; end = _shorter[end])
            {
                var word = _ends[end];
                found.Add(new WordHit(word, at + 1 - _lengths[word], _lengths[word]));
            }
        }
    }

    private int Step(int state, char letter) => state == 0 ? _start[letter] : _next.GetValueOrDefault(((long)state << 16) | letter);

    private void Join(int state, char letter, int next)
    {
        if (state == 0)
        {
            _start[letter] = next;
        }
        else
        {
            _next[((long)state << 16) | letter] = next;
        }
    }

    private void Link(List<char> letters, List<int> parents)
    {
        // A state's depth is greater than that of its fallback: by depth, each is ready before it is asked for.
        var depth = new int[letters.Count];
        for (var state = 1; state < depth.Length; state++)
        {
            depth[state] = depth[parents[state]] + 1;
        }

        foreach (var state in Enumerable.Range(1, depth.Length - 1).OrderBy(state => depth[state]))
        {
            if (parents[state] != 0)
            {
                var behind = _fallback[parents[state]];
                var next = Step(behind, letters[state]);
                while (next == 0 && behind != 0)
                {
                    behind = _fallback[behind];
                    next = Step(behind, letters[state]);
                }

                _fallback[state] = next;
            }

            var fallback = _fallback[state];
            _shorter[state] = _ends[fallback] >= 0 && fallback != 0 ? fallback : _shorter[fallback];
        }
    }
}

/// <summary>A word found.</summary>
/// <param name="Word">Index of the word.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its length.</param>
internal readonly record struct WordHit(int Word, int Start, int Length);
