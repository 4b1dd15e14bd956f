using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Follows where the shapes of a slide stand and whether they are shown at all.</summary>
/// <param name="width">Of the slide, in English Metric Units; 0 when it is not stated.</param>
/// <param name="height">Of the slide.</param>
internal sealed class SlideShapes(long width, long height)
{
    private long _left;
    private long _top;
    private int _groupDepth = int.MaxValue;

    /// <summary>How the shape being read is hidden, in Japanese; null when it is shown.</summary>
    internal string? Hidden { get; private set; }

    internal bool IsTitle { get; private set; }

    /// <summary>Takes notice of one element.</summary>
    internal void Element(SafeXml xml)
    {
        // Places within a group count from the group's own corner, which may lie anywhere.
        if (xml.Reader.Depth <= _groupDepth)
        {
            _groupDepth = int.MaxValue;
        }

        switch (xml.Name)
        {
            case "grpSp":
                (_groupDepth, Hidden, IsTitle) = (Math.Min(_groupDepth, xml.Reader.Depth), null, false);
                break;
            case "sp" or "graphicFrame" or "pic" or "cxnSp":
                (Hidden, IsTitle) = (null, false);
                break;
            case "cNvPr" when xml["hidden"] is "1" or "true":
                Hidden = "表示しない図形";
                break;
            case "ph":
                IsTitle = xml["type"] is "title" or "ctrTitle";
                break;
            case "off" when _groupDepth == int.MaxValue:
                (_left, _top) = (Number(xml["x"]), Number(xml["y"]));
                break;
            case "ext" when _groupDepth == int.MaxValue && width > 0 && xml["cx"] is { } across && xml["cy"] is { } down:
                Hidden ??= _left >= width || _top >= height || _left + Number(across) <= 0 || _top + Number(down) <= 0 ? "スライドの外に置いた文字" : null;
                break;
            default:
                break;
        }
    }

    private static long Number(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, -1L << 40, 1L << 40) : 0;
}
