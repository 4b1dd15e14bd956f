using System.Globalization;

namespace Yakuba.Documents;

/// <summary>A rectangle on a page, in points (1/72 inch) from the top left corner.</summary>
public readonly record struct PageBox(double Left, double Top, double Right, double Bottom);

/// <summary>A page of a PDF and, where known, the box of the text on it.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Box">Kept to a tenth of a point in the key; null for the whole page.</param>
public sealed record PageLocator(int Page, PageBox? Box) : Locator
{
    private const string RecognisedMark = "@ocr";

    /// <summary>The text there was recognised from a picture of the page (認識文字); it has no box. Names and figures in it are not certain.</summary>
    public bool Recognised { get; init; }

    /// <inheritdoc/>
    public override string ToKey() => Recognised ? string.Create(CultureInfo.InvariantCulture, $"page:{Page}{RecognisedMark}") : Box is { } b
        ? string.Create(CultureInfo.InvariantCulture, $"page:{Page}@{b.Left:0.#},{b.Top:0.#},{b.Right:0.#},{b.Bottom:0.#}")
        : string.Create(CultureInfo.InvariantCulture, $"page:{Page}");

    /// <inheritdoc/>
    public override string ToLabel() => string.Create(CultureInfo.InvariantCulture, $"{Page}ページ{(Recognised ? "（認識文字）" : "")}");

    internal static PageLocator? ParseRest(string rest)
    {
        if (rest.EndsWith(RecognisedMark, StringComparison.Ordinal))
        {
            return Number(rest[..^RecognisedMark.Length]) is { } recognised ? new PageLocator(recognised, null) { Recognised = true } : null;
        }

        var at = rest.IndexOf('@', StringComparison.Ordinal);
        if (Number(at < 0 ? rest : rest[..at]) is not { } page)
        {
            return null;
        }

        if (at < 0)
        {
            return new PageLocator(page, null);
        }

        var edges = new double[4];
        var parts = rest[(at + 1)..].Split(',');
        for (var i = 0; i < 4; i++)
        {
            if (parts.Length != 4
                || !double.TryParse(parts[i], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out edges[i]))
            {
                return null;
            }
        }

        return new PageLocator(page, new PageBox(edges[0], edges[1], edges[2], edges[3]));
    }
}
