using System.Globalization;

namespace Yakuba.Documents;

/// <summary>How cells look, by style index: number formats, lines around them, and whether their text is seen at all.</summary>
internal sealed class CellStyles
{
    private readonly Dictionary<int, string> _custom = [];
    private readonly List<bool> _whiteFonts = [];
    private readonly List<bool> _colouredFills = [];
    private readonly List<CellSides> _borders = [];
    private readonly List<(int Format, int Font, int Fill, int Border)> _cells = [];
    private readonly Dictionary<string, string?> _hidden = [];

    /// <summary>Days count from 1904 instead of 1900.</summary>
    internal bool From1904 { get; set; }

    internal static CellStyles Read(ZipContainer zip, string part)
    {
        var styles = new CellStyles();
        using var xml = part.Length > 0 ? zip.Xml(part) : null;
        var within = "";
        while (xml?.Next() == true)
        {
            if (xml.Name is "numFmts" or "fonts" or "fills" or "borders" or "cellXfs" or "dxfs")
            {
                within = xml.IsElement && !xml.Reader.IsEmptyElement ? xml.Name : "";
            }
            else if (xml.IsElement)
            {
                styles.Element(within, xml);
            }
        }

        return styles;
    }

    /// <summary>A number as the cell shows it.</summary>
    internal string Show(double value, string? style) => NumberDisplay.Of(value, Code(style), From1904);

    /// <summary>Why the text of such a cell is not seen, in Japanese; null when it is.</summary>
    internal string? HiddenBy(string? style)
    {
        if (!_hidden.TryGetValue(style ?? "", out var way))
        {
            var cell = Cell(style);
            way = Code(style).Trim() == ";;;" ? "表示しない表示形式（;;;）" : At(_whiteFonts, cell.Font) && !At(_colouredFills, cell.Fill) ? "白い文字" : null;
            _hidden[style ?? ""] = way;
        }

        return way;
    }

    /// <summary>Sides of such a cell that have a line.</summary>
    internal CellSides Sides(string? style) => At(_borders, Cell(style).Border);

    private void Element(string within, SafeXml xml)
    {
        switch (within, xml.Name)
        {
            case ("numFmts", "numFmt") when Number(xml["numFmtId"]) is { } id: _custom[id] = xml["formatCode"] ?? "General"; break;
            case ("fonts", "font"): _whiteFonts.Add(false); break;
            case ("fonts", "color") when _whiteFonts.Count > 0: _whiteFonts[^1] = IsWhite(xml); break;
            case ("fills", "fill"): _colouredFills.Add(false); break;
            case ("fills", "patternFill" or "gradientFill") when _colouredFills.Count > 0: _colouredFills[^1] = xml["patternType"] is not (null or "none") || xml.Name == "gradientFill"; break;
            case ("fills", "fgColor") when _colouredFills.Count > 0: _colouredFills[^1] &= !IsWhite(xml); break;
            case ("borders", "border"): _borders.Add(CellSides.None); break;
            case ("borders", _) when _borders.Count > 0 && xml["style"] is not (null or "none"): _borders[^1] |= Side(xml.Name); break;
            case ("cellXfs", "xf"): _cells.Add((Number(xml["numFmtId"]) ?? 0, Number(xml["fontId"]) ?? 0, Number(xml["fillId"]) ?? 0, Number(xml["borderId"]) ?? 0)); break;
            default: break;
        }
    }

    private (int Format, int Font, int Fill, int Border) Cell(string? style) => At(_cells, Number(style) ?? 0);

    private string Code(string? style) => Cell(style).Format is var id && _custom.TryGetValue(id, out var custom) ? custom : BuiltInFormats.Code(id);

    /// <summary>White by value, by the first colour of the theme (the paper's), or by its number in the old palette.</summary>
    private static bool IsWhite(SafeXml colour) =>
        colour["rgb"]?.EndsWith("FFFFFF", StringComparison.OrdinalIgnoreCase) == true || (colour["theme"] == "0" && colour["tint"] is null) || colour["indexed"] is "1" or "9";

    private static CellSides Side(string name) => name switch
    {
        "left" or "start" => CellSides.Left,
        "right" or "end" => CellSides.Right,
        "top" => CellSides.Top,
        "bottom" => CellSides.Bottom,
        _ => CellSides.None,
    };

    private static T? At<T>(List<T> all, int index) => index < all.Count ? all[index] : default;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
