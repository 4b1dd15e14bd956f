namespace Yakuba.Privacy;

/// <summary>What stands between two groups of digits.</summary>
[Flags]
internal enum Joint
{
    None = 0,
    Hyphen = 1,
    Space = 2,
    Line = 4,
    Dot = 8,
    Bracket = 16,
    Particle = 32,

    /// <summary>Something that parts numbers.</summary>
    Apart = 128,

    /// <summary>What people put inside a number.</summary>
    Usual = Hyphen | Space | Line | Dot,
}

/// <summary>The groups of digits of a text, also of kanji used as digits (〇九〇), and what joins neighbours.</summary>
internal sealed class DigitGroups
{
    private const int WidestJoint = 3;
    private const int MostGroups = 16;

    private readonly string _text;
    private readonly List<(int Start, int End, Joint Next)> _groups = [];

    internal DigitGroups(string text)
    {
        _text = text;
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfGroup(at);
            if (end > at)
            {
                Add(at, end);
            }

            at = Math.Max(at + 1, end);
        }
    }

    internal int Count => _groups.Count;

    internal int Start(int group) => _groups[group].Start;

    internal int End(int group) => _groups[group].End;

    internal int Size(int group) => _groups[group].End - _groups[group].Start;

    internal Joint Next(int group) => _groups[group].Next;

    /// <summary>The groups from one on that together have a number of digits.</summary>
    /// <param name="first">The first group.</param>
    /// <param name="digits">1 to 16.</param>
    /// <param name="allowed">What may stand between groups.</param>
    /// <param name="window">The stretch.</param>
    /// <returns>False if no whole groups make this number.</returns>
    internal bool TryWindow(int first, int digits, Joint allowed, out DigitWindow window)
    {
        var sum = 0;
        var joints = Joint.None;
        for (var last = first; last < _groups.Count && last - first < MostGroups; last++)
        {
            sum += Size(last);
            if (sum >= digits)
            {
                window = new DigitWindow(_text, first, last, Start(first), End(last), joints);
                return sum == digits;
            }

            var next = Next(last);
            if ((next & ~allowed) != 0)
            {
                break;
            }

            joints |= next;
        }

        window = default;
        return false;
    }

    private void Add(int start, int end)
    {
        if (_groups.Count > 0)
        {
            var (before, beforeEnd, _) = _groups[^1];
            _groups[^1] = (before, beforeEnd, JointOf(_text.AsSpan(beforeEnd, start - beforeEnd)));
        }

        _groups.Add((start, end, Joint.Apart));
    }

    private int EndOfGroup(int at)
    {
        var end = at;
        if (Letters.IsDigit(_text[at]))
        {
            while (end < _text.Length && Letters.IsDigit(_text[end]))
            {
                end++;
            }

            return end;
        }

        var hasZero = false;
        while (end < _text.Length && !Letters.IsDigit(_text[end]) && Letters.DigitValue(_text[end]) >= 0)
        {
            hasZero |= Letters.DigitValue(_text[end++]) == 0;
        }

        // 二三 alone is a number in words; digit by digit are longer ones, or those with a zero.
        return end - at >= 4 || (end - at >= 2 && hasZero) ? end : at;
    }

    private static Joint JointOf(ReadOnlySpan<char> between)
    {
        if (between.Length is 0 or > WidestJoint)
        {
            return Joint.Apart;
        }

        var joint = Joint.None;
        foreach (var letter in between)
        {
            joint |= letter switch
            {
                '-' => Joint.Hyphen,
                ' ' or '\t' => Joint.Space,
                '\n' => Joint.Line,
                '.' or '・' or '_' => Joint.Dot,
                '(' or ')' or '〔' or '〕' => Joint.Bracket,
                'の' => Joint.Particle,
                _ => Joint.Apart,
            };
        }

        return joint;
    }
}
