namespace Yakuba.Papers;

/// <summary>Counts the items of a paper. A list ends where 記, 別紙 or a heading begins another, and where an item says so.</summary>
internal sealed class ItemPlaces
{
    private readonly Dictionary<PaperLine, ItemPlace> _places = new(ReferenceEqualityComparer.Instance);
    private readonly List<int> _highest = [];
    private readonly Dictionary<(int List, int Level), double> _widths = [];

    private ItemPlaces()
    {
    }

    /// <summary>The highest level of each list, in order.</summary>
    internal IReadOnlyList<int> Highest => _highest;

    internal static ItemPlaces Of(Paper paper)
    {
        var places = new ItemPlaces();
        foreach (var list in Lists(paper.Blocks.OfType<PaperLine>()))
        {
            places.Add(list, paper.Page.IsVertical);
        }

        return places;
    }

    /// <summary>The place of a line in a list; null when it is in none.</summary>
    internal ItemPlace? Of(PaperLine line) => _places.GetValueOrDefault(line);

    /// <summary>Characters that the widest number of a level takes with the space after it.</summary>
    internal int NumberWidth(PaperLine line) => _places.TryGetValue(line, out var place) ? (int)Math.Ceiling(_widths.GetValueOrDefault((place.List, line.Level), 1)) + 1 : 0;

    private static IEnumerable<List<PaperLine>> Lists(IEnumerable<PaperLine> lines)
    {
        var list = new List<PaperLine>();
        foreach (var line in lines)
        {
            var begins = line.Role is LineRole.Ki or LineRole.Attachment or LineRole.Heading || (line is { Role: LineRole.Item, Restart: true });
            if (begins && list.Count > 0)
            {
                yield return list;
                list = [];
            }

            if (line.Role is LineRole.Item or LineRole.ItemBody or LineRole.Bullet or LineRole.Labelled && line.Level > 0)
            {
                list.Add(line);
            }
        }

        if (list.Count > 0)
        {
            yield return list;
        }
    }

    private void Add(List<PaperLine> list, bool isVertical)
    {
        var highest = list.Where(l => l.Role == LineRole.Item).Select(l => l.Level).DefaultIfEmpty(list.Min(l => l.Level)).Min();
        var counters = new int[PaperLine.DeepestItem + 1];
        foreach (var line in list)
        {
            var number = "";
            if (line.Role == LineRole.Item)
            {
                // What was taken out shows the number that it would have, and the next one has it too.
                number = ItemNumber.Of(line.Level, counters[line.Level] + 1, isVertical);
                if (line.Change != PaperChange.Deleted)
                {
                    counters[line.Level]++;
                    counters.AsSpan(line.Level + 1).Clear();
                }

                var key = (_highest.Count, line.Level);
                _widths[key] = Math.Max(_widths.GetValueOrDefault(key), TextWidth.Of(number));
            }

            _places[line] = new ItemPlace(_highest.Count, highest, Math.Max(0, line.Level - highest), number);
        }

        _highest.Add(highest);
    }
}
