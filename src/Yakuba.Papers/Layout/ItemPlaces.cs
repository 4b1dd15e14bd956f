namespace Yakuba.Papers;

/// <summary>Counts the items of a paper. A list ends where 記, 別紙 or a heading begins another, and where an item says so.</summary>
internal sealed class ItemPlaces
{
    private readonly ItemPlace?[] _places;
    private readonly List<int> _highest = [];
    private readonly IReadOnlyList<PaperBlock> _blocks;
    private readonly bool _isVertical;

    private ItemPlaces(Paper paper) => (_blocks, _isVertical, _places) = (paper.Blocks, paper.Page.IsVertical, new ItemPlace?[paper.Blocks.Count]);

    /// <summary>The highest level of each list, in order: its items begin at the margin.</summary>
    internal IReadOnlyList<int> Highest => _highest;

    /// <summary>The place of a block in its list; null when it is in none, and for lines in cells.</summary>
    /// <param name="block">Its index in the paper; below 0 for a line in a cell.</param>
    internal ItemPlace? this[int block] => block < 0 ? null : _places[block];

    internal static ItemPlaces Of(Paper paper)
    {
        var places = new ItemPlaces(paper);
        var list = new List<int>();
        for (var i = 0; i < paper.Blocks.Count; i++)
        {
            if (paper.Blocks[i] is not PaperLine line)
            {
                continue;
            }

            if (line.Role is LineRole.Ki or LineRole.Attachment or LineRole.Heading or LineRole.Subject || line is { Role: LineRole.Item, Restart: true })
            {
                places.Add(list);
                list = [];
            }

            if (line.Level > 0 && line.Role is LineRole.Item or LineRole.ItemBody or LineRole.Bullet or LineRole.Labelled)
            {
                list.Add(i);
            }
        }

        places.Add(list);
        return places;
    }

    private PaperLine Line(int block) => (PaperLine)_blocks[block];

    private void Add(List<int> list)
    {
        if (list.Count == 0)
        {
            return;
        }

        var highest = list.Where(i => Line(i).Role == LineRole.Item).Select(i => Line(i).Level).DefaultIfEmpty(list.Min(i => Line(i).Level)).Min();
        var counters = new int[PaperLine.DeepestItem + 1];
        var widths = new double[PaperLine.DeepestItem + 1];
        var numbers = list.ToDictionary(i => i, i => Count(Line(i), counters));
        list.ForEach(i => widths[Line(i).Level] = Math.Max(widths[Line(i).Level], TextWidth.Of(numbers[i])));
        list.ForEach(i => _places[i] = new ItemPlace(_highest.Count, Math.Max(0, Line(i).Level - highest), numbers[i], (int)Math.Ceiling(widths[Line(i).Level]) + 1));
        _highest.Add(highest);
    }

    // What was taken out shows the number that it would have, and the next one has it too.
    private string Count(PaperLine line, int[] counters)
    {
        if (line.Role != LineRole.Item)
        {
            return "";
        }

        var value = counters[line.Level] + 1;
        if (line.Change != PaperChange.Deleted)
        {
            counters[line.Level] = value;
            counters.AsSpan(line.Level + 1).Clear();
        }

        return ItemNumber.Of(line.Level, value, _isVertical);
    }
}
