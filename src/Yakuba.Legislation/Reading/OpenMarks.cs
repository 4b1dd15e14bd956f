namespace Yakuba.Legislation;

/// <summary>The 項, 号 and divisions that are open in one article or 附則, and where the next number belongs.</summary>
/// <param name="container">The article, 附則 or other node that holds the 項.</param>
/// <param name="first">The first 項, which has no number; null where 項 have numbers from the first.</param>
/// <param name="order">Told of every number.</param>
internal sealed class OpenMarks(Node container, Node? first, NumberOrder order)
{
    private const int Deepest = ProvisionKind.Subitem6 - ProvisionKind.Paragraph;

    /// <summary>From the 項 inwards. The family of a 項 without a number is open.</summary>
    private readonly List<Level> _open = first is null ? [] : [new(first, null, first.Number, "")];
    private bool _textSince;

    /// <summary>Where the next line without a number belongs.</summary>
    internal Node Innermost => _open.Count > 0 ? _open[^1].Node : container;

    /// <summary>Whether a mark would be that of a 項.</summary>
    internal bool IsParagraph(Mark mark) => Choose(mark).Depth == 0;

    /// <summary>Whether a mark is exactly the next of the 項.</summary>
    internal bool IsNextParagraph(Mark mark) =>
        _open.Count > 0 && mark.Readings.Any(r => Matches(0, r) && r.Number == _open[0].Last.Next());

    internal void Add(Mark mark, string caption, int line, bool isExtract)
    {
        var (depth, reading) = Choose(mark);
        if (depth > Deepest)
        {
            depth = Deepest;
            order.TooDeep(line, mark.Label);
        }

        if (depth > 0 && _open.Count == 0)
        {
            // 号 without a sentence above them still stand in a 項.
            _open.Add(new(container.Add(new Node(ProvisionKind.Paragraph, ProvisionNumber.Of(1), "", "")), null, ProvisionNumber.Of(1), ""));
        }

        var last = depth < _open.Count ? _open[depth] : null;
        if (!(_textSince && reading.Number.Main == 1))
        {
            order.Check(line, last?.Last ?? default, reading.Number, mark.Label, last is { Label.Length: > 0 } ? last.Label : "１", isExtract);
        }

        _open.RemoveRange(depth, Math.Max(0, _open.Count - depth));
        var node = Innermost.Add(new Node(ProvisionKind.Paragraph + depth, reading.Number, mark.Label, mark.Rest) { Caption = caption });
        _open.Add(new(node, reading.Family, reading.Number, mark.Label));
        _textSince = false;
    }

    /// <summary>A line without a number: the text of a number that stood alone, a further 項 without a number, or a line of its own.</summary>
    /// <param name="text">The line.</param>
    /// <param name="isParagraph">Whether 項 in this part of the enactment have no numbers.</param>
    internal void AddText(string text, bool isParagraph)
    {
        if (_open.Count > 0 && Innermost.AwaitsText)
        {
            Innermost.Text = text;
        }
        else if (isParagraph && _open is [{ Node: { Label: "", LastChild: null } above }] && above.Text.EndsWith('。'))
        {
            var number = above.Number.Next();
            _open[0] = new(container.Add(new Node(ProvisionKind.Paragraph, number, "", text)), null, number, "");
        }
        else
        {
            Innermost.Add(new Node(ProvisionKind.Line, default, "", text));
            _textSince = true;
        }
    }

    private (int Depth, MarkReading Reading) Choose(Mark mark)
    {
        for (var depth = _open.Count - 1; depth >= 0; depth--)
        {
            foreach (var reading in mark.Readings)
            {
                if (Matches(depth, reading) && NumberOrder.Follows(_open[depth].Last, reading.Number))
                {
                    return (depth, reading);
                }
            }
        }

        return OutOfOrder(mark);
    }

    /// <summary>A first number opens a level, unless the same level repeats it; any other goes to the nearest level written like it.</summary>
    private (int Depth, MarkReading Reading) OutOfOrder(Mark mark)
    {
        var opening = Array.FindIndex(mark.Readings, r => r.Number.Main == 1);
        var reading = mark.Readings[Math.Max(0, opening)];
        for (var depth = _open.Count - 1; depth >= 0; depth--)
        {
            var isHere = Matches(depth, reading) && (depth > 0 || _open[0].Family is not null || opening < 0);
            if (isHere && (opening < 0 || depth == _open.Count - 1 || _textSince))
            {
                return (depth, reading);
            }
        }

        return (_open.Count == 0 && !IsParagraphFamily(reading.Family) ? 1 : _open.Count, reading);
    }

    private bool Matches(int depth, MarkReading reading) =>
        _open[depth].Family is { } family ? family == reading.Family : IsParagraphFamily(reading.Family);

    private static bool IsParagraphFamily(MarkFamily family) => family is MarkFamily.Digits or MarkFamily.Ring or MarkFamily.Circled;

    private sealed record Level(Node Node, MarkFamily? Family, ProvisionNumber Last, string Label);
}
