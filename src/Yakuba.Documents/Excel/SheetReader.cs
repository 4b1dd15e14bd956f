using System.Globalization;

namespace Yakuba.Documents;

/// <summary>What a sheet needs of its workbook.</summary>
internal sealed record SheetContext(string Name, IReadOnlyList<string> Strings, CellStyles Styles);

/// <summary>Reads the cells of one sheet in one pass.</summary>
internal sealed class SheetReader
{
    private const int MostCells = 2_000_000;
    private readonly Sheet _sheet;
    private readonly SheetContext _context;
    private readonly ReadSource _source;
    private readonly List<(int First, int Last)> _hiddenColumns = [];
    private readonly Dictionary<string, List<string>> _hidden = [];
    private int _cells;
    private int _row = -1;
    private int _column = -1;
    private bool _hiddenRow;

    private SheetReader(SheetContext context, ReadSource source) =>
        (_context, _source, _sheet) = (context, source, new Sheet(context.Name));

    internal static Sheet Read(ZipContainer zip, string part, SheetContext context, ReadSource source)
    {
        using var xml = zip.Xml(part) ?? throw ZipDirectory.Damaged(source, $"シート「{context.Name}」の本体がない");
        var reader = new SheetReader(context, source);
        while (xml.Next())
        {
            if (xml.IsElement)
            {
                reader.Element(xml);
            }
        }

        foreach (var (way, texts) in reader._hidden)
        {
            source.Notes.Hidden(way, $"シート「{context.Name}」", string.Join(" ", texts));
        }

        return reader._sheet;
    }

    /// <summary>Text of a sheet that is not read, for the report.</summary>
    internal static string Sample(ZipContainer zip, string part, SheetContext context, ReadSource source) =>
        zip.Has(part) ? string.Join(" ", Read(zip, part, context, source).Rows.Values.SelectMany(r => r.Values)) : "";

    private void Element(SafeXml xml)
    {
        switch (xml.Name)
        {
            case "col" when xml["hidden"] is "1" or "true":
                _hiddenColumns.Add(((Number(xml["min"]) ?? 1) - 1, (Number(xml["max"]) ?? 1) - 1));
                break;
            case "col" when double.TryParse(xml["width"], NumberStyles.Float, CultureInfo.InvariantCulture, out var width):
                _sheet.SetWidth((Number(xml["min"]) ?? 1) - 1, (Number(xml["max"]) ?? 1) - 1, width);
                break;
            case "row":
                _row = Number(xml["r"]) is { } r and >= 1 and <= CellReference.MaxRow ? r - 1 : _row + 1;
                _column = -1;
                _hiddenRow = xml["hidden"] is "1" or "true";
                break;
            case "c":
                Cell(xml);
                break;
            case "mergeCell" when xml["ref"] is { } range:
                Merge(range);
                break;
            default:
                break;
        }
    }

    private void Cell(SafeXml xml)
    {
        (_row, _column) = CellReference.Parse(xml["r"]) ?? (Math.Max(_row, 0), _column + 1);
        string? type = xml["t"], style = xml["s"], value = null, inline = null;
        foreach (var child in xml.Children())
        {
            switch (child)
            {
                case "v": value = xml.Reader.IsEmptyElement ? "" : Value(xml); break;
                case "is": inline = SharedStrings.Text(xml); break;
                default: break;
            }
        }

        var text = TextCleaning.TrimBlank(inline ?? Shown(type, style, value));
        var outOfSight = _hiddenRow || _hiddenColumns.Any(h => _column >= h.First && _column <= h.Last) ? "非表示の行・列" : null;
        if (outOfSight is null && _row < Sheet.FormRows && _column < Sheet.FormColumns && _context.Styles.Sides(style) is var sides and not CellSides.None)
        {
            _sheet.Lines[(_row, _column)] = sides;
        }

        if (text.Length == 0)
        {
            return;
        }

        if (++_cells > MostCells)
        {
            throw new UnreadableException(Refusals.TooManyParts(_source.FileName));
        }

        if ((outOfSight ?? _context.Styles.HiddenBy(style)) is { } way)
        {
            (_hidden.TryGetValue(way, out var texts) ? texts : _hidden[way] = []).Add(text);
            return;
        }

        _sheet.Set(_row, _column, text);
    }

    private string Shown(string? type, string? style, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        return type switch
        {
            "s" => Number(value) is { } i && i < _context.Strings.Count ? _context.Strings[i] : "",
            "str" or "d" => TextCleaning.Clean(value),
            "b" => value == "1" ? "TRUE" : "FALSE",
            "e" => value,
            _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? ShownNumber(number, style) : value,
        };
    }

    /// <summary>A number that its format hides is told in the report as it is.</summary>
    private string ShownNumber(double number, string? style) =>
        _context.Styles.HiddenBy(style) is null ? _context.Styles.Show(number, style) : NumberDisplay.General(number);

    private void Merge(string range)
    {
        var colon = range.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && CellReference.Parse(range.AsSpan(0, colon)) is var (row, column) && CellReference.Parse(range.AsSpan(colon + 1)) is var (lastRow, lastColumn)
            && lastRow >= row && lastColumn >= column)
        {
            _sheet.Merges.Add((row, column, lastRow, lastColumn));
        }
    }

    private static string Value(SafeXml xml)
    {
        var value = "";
        foreach (var node in xml.Inside())
        {
            value += node.IsText ? node.Value : "";
        }

        return value;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
