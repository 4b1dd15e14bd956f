namespace Yakuba.Documents;

/// <summary>Which sizes of letters are headings: clearly larger than the body, in short lines.</summary>
internal sealed class HeadingSizes
{
    private const int LongestHeading = 60;
    private const double Larger = 1.18;
    private readonly List<double> _sizes = [];
    private readonly double _body;

    private HeadingSizes(double body, IEnumerable<double> sizes)
    {
        _body = body;
        _sizes.AddRange(sizes);
    }

    /// <summary>The body is the size of most characters.</summary>
    internal static HeadingSizes Of(IEnumerable<PdfParagraph> paragraphs)
    {
        var all = paragraphs.Where(p => p.Size > 0).ToList();
        var body = all.Count == 0 ? 0 : all.GroupBy(p => Math.Round(p.Size)).MaxBy(g => g.Sum(p => p.Text.Length))!.Key;
        var sizes = all.Where(p => IsLarger(p.Size, body) && p.Text.Length <= LongestHeading)
            .Select(p => Math.Round(p.Size)).Distinct().OrderDescending().Take(4);
        return new HeadingSizes(body, sizes);
    }

    /// <summary>Level of a heading; null for running text.</summary>
    internal int? Level(PdfParagraph paragraph)
    {
        if (_body <= 0 || !IsLarger(paragraph.Size, _body) || paragraph.Text.Length > LongestHeading || paragraph.Text.EndsWith('。'))
        {
            return null;
        }

        var index = _sizes.FindIndex(s => paragraph.Size >= s - 0.5);
        return index < 0 ? Math.Max(1, _sizes.Count) : index + 1;
    }

    private static bool IsLarger(double size, double body) => body > 0 && size >= body * Larger;
}
