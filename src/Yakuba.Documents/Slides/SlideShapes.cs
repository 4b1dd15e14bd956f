using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Follows where the shapes of a slide stand and whether they are shown at all.</summary>
/// <param name="width">Of the slide, in English Metric Units; 0 when it is not stated.</param>
/// <param name="height">Of the slide.</param>
internal sealed class SlideShapes(long width, long height)
{
    private readonly Stack<(int Depth, string? Hidden)> _groups = [];
    private bool _isGroup;
    private long _left;
    private long _top;

    /// <summary>How the shape being read, or a group around it, is hidden, in Japanese; null when it is shown.</summary>
    internal string? Hidden { get; private set; }

    internal bool IsTitle { get; private set; }

    /// <summary>Places within a group count from the group's own corner, which may lie anywhere: only what stands in no group has a place on the slide.</summary>
    private bool IsPlaced => _groups.Count == (_isGroup ? 1 : 0);

    /// <summary>Takes notice of one element.</summary>
    internal void Element(SafeXml xml)
    {
        while (_groups.TryPeek(out var left) && xml.Reader.Depth <= left.Depth)
        {
            _groups.Pop();
            _isGroup = false;
        }

        switch (xml.Name)
        {
            case "grpSp" or "sp" or "graphicFrame" or "pic" or "cxnSp":
                (Hidden, IsTitle, _isGroup) = (_groups.TryPeek(out var around) ? around.Hidden : null, false, xml.Name == "grpSp");
                if (_isGroup)
                {
                    _groups.Push((xml.Reader.Depth, Hidden));
                }

                break;
            case "cNvPr" when xml["hidden"] is "1" or "true":
                Hide("表示しない図形");
                break;
            case "ph":
                IsTitle = xml["type"] is "title" or "ctrTitle";
                break;
            case "off" when IsPlaced:
                (_left, _top) = (Number(xml["x"]), Number(xml["y"]));
                break;
            case "ext" when IsPlaced && width > 0 && xml["cx"] is { } across && xml["cy"] is { } down && IsOff(Number(across), Number(down)):
                Hide("スライドの外に置いた文字");
                break;
            default:
                break;
        }
    }

    /// <summary>Wholly off the slide. A group that is said to have no size is as large as what stands in it.</summary>
    private bool IsOff(long across, long down)
    {
        var edge = _isGroup ? -1 : 0;
        return _left >= width || _top >= height || _left + across <= edge || _top + down <= edge;
    }

    private void Hide(string way)
    {
        Hidden ??= way;
        if (_isGroup)
        {
            _groups.Push(_groups.Pop() with { Hidden = Hidden });
        }
    }

    private static long Number(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, -1L << 40, 1L << 40) : 0;
}
