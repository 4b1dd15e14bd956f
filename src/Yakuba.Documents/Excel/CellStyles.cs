using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Number formats of cells, by style index.</summary>
internal sealed class CellStyles
{
    private readonly Dictionary<int, string> _custom = [];
    private readonly List<int> _formats = [];

    /// <summary>Days count from 1904 instead of 1900.</summary>
    internal bool From1904 { get; set; }

    internal static CellStyles Read(ZipContainer zip, string part)
    {
        var styles = new CellStyles();
        using var xml = part.Length > 0 ? zip.Xml(part) : null;
        var inCells = false;
        while (xml?.Next() == true)
        {
            if (xml.Name == "cellXfs")
            {
                inCells = xml.IsElement && !xml.Reader.IsEmptyElement;
            }
            else if (xml.IsElement && xml.Name == "numFmt" && Number(xml["numFmtId"]) is { } id)
            {
                styles._custom[id] = xml["formatCode"] ?? "General";
            }
            else if (xml.IsElement && xml.Name == "xf" && inCells)
            {
                styles._formats.Add(Number(xml["numFmtId"]) ?? 0);
            }
        }

        return styles;
    }

    /// <summary>A number as the cell shows it.</summary>
    internal string Show(double value, string? style)
    {
        var index = Number(style) ?? 0;
        var id = index < _formats.Count ? _formats[index] : 0;
        var code = _custom.TryGetValue(id, out var custom) ? custom : BuiltInFormats.Code(id);
        return NumberDisplay.Of(value, code, From1904);
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
