namespace Yakuba.Papers;

/// <summary>How far a line is drawn in, in full-width characters.</summary>
/// <param name="Left">From the margin to its second and later lines, and to its text where it has a label.</param>
/// <param name="First">From there to where its first line begins; below 0 it hangs out.</param>
internal readonly record struct LinePlace(double Left, double First)
{
    /// <summary>The place of a line; null where the look of its role says all.</summary>
    /// <param name="line">The line.</param>
    /// <param name="item">Its place in a list; null when it is in none.</param>
    internal static LinePlace? Of(PaperLine line, ItemPlace? item)
    {
        var column = item?.Column ?? 0;
        var under = line.Level > 0 ? column + 1 : 0;
        LinePlace? place = line.Role switch
        {
            LineRole.Item when line.Label.Length > 0 => Hanging(column, (item?.NumberWidth ?? 0) + LabelWidth(line) + 1),
            LineRole.Item => Hanging(column, 1),
            LineRole.ItemBody => new LinePlace(column + 1, 1),
            LineRole.Bullet => Hanging(under, 1),
            LineRole.Labelled => Hanging(under, LabelWidth(line) + 1),
            _ => null,
        };
        if (line.Indent == 0 && line.FirstLine is null)
        {
            return place;
        }

        var (left, first) = place ?? default;
        return new LinePlace(left + line.Indent, line.FirstLine ?? first);
    }

    /// <summary>Characters that the label of a line takes.</summary>
    internal static int LabelWidth(PaperLine line) => Math.Max(line.LabelWidth, (int)Math.Ceiling(TextWidth.Of(line.Label)));

    private static LinePlace Hanging(double column, double width) => new(column + width, -width);
}
