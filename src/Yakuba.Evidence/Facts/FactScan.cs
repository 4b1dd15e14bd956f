using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>The work in hand while the facts of one normalised text are read: each pattern takes the places that it explains, once.</summary>
internal sealed class FactScan
{
    private readonly bool[] _taken;
    private readonly int[] _numberAt;
    private readonly IReadOnlyList<NumberSpan> _numbers;

    internal FactScan(string text, DateOnly today)
    {
        Text = text;
        Today = today;
        _taken = new bool[text.Length];
        _numberAt = new int[text.Length + 1];
        Array.Fill(_numberAt, -1);
        _numbers = JapaneseNumber.Find(text);
        for (var i = 0; i < _numbers.Count; i++)
        {
            _numberAt[_numbers[i].Start] = i;
        }
    }

    internal string Text { get; }

    internal DateOnly Today { get; }

    internal IReadOnlyList<NumberSpan> Numbers => _numbers;

    internal List<Fact> Facts { get; } = [];

    internal bool TryNumber(int at, out NumberSpan number)
    {
        var index = at < _numberAt.Length ? _numberAt[at] : -1;
        number = index < 0 ? default : _numbers[index];
        return index >= 0;
    }

    internal bool IsFree(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_taken[i])
            {
                return false;
            }
        }

        return true;
    }

    internal bool Has(int at, string words) =>
        at >= 0 && at <= Text.Length && Text.AsSpan(at).StartsWith(words, StringComparison.Ordinal);

    internal int SkipSpace(int at)
    {
        while (at < Text.Length && Text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    /// <summary>Adds the fact and takes its place, unless another pattern has taken part of it.</summary>
    internal void Add(FactKind kind, string canonical, int start, int end, string group, Bound bound = Bound.Exact)
    {
        if (end <= start || !IsFree(start, end))
        {
            return;
        }

        _taken.AsSpan(start, end - start).Fill(true);
        Facts.Add(new Fact(kind, canonical, start, end - start) { Group = group, Bound = bound, IsLabelled = bound != Bound.Exact && BoundWords.IsLabelled(this, start, end) });
    }
}
