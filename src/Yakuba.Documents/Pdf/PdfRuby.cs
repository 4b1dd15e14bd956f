using System.Text;

namespace Yakuba.Documents;

/// <summary>Finds the readings that stand small above the words they belong to (ふりがな). In the sentence they would divide it.</summary>
internal static class PdfRuby
{
    /// <summary>Size of a reading, in sizes of its word, at most.</summary>
    private const double Small = 0.65;

    /// <summary>More kana words than this on a page are no readings.</summary>
    private const int MostReadings = 3_000;

    /// <param name="lines">Lines of a page, or of vertical writing that was turned.</param>
    /// <returns>The words that are readings.</returns>
    internal static HashSet<PdfWord> Of(IReadOnlyList<PdfLine> lines)
    {
        var readings = lines.SelectMany(l => l.Words).Where(w => w.Text.EnumerateRunes().All(IsKana)).ToList();
        return readings.Count is 0 or > MostReadings ? [] : readings.Where(r => lines.Any(l => IsOver(l, r))).ToHashSet();
    }

    private static bool IsOver(PdfLine line, PdfWord reading)
    {
        var size = Height(reading);
        if (reading.Box.Bottom < line.Box.Top - size || reading.Box.Top > line.Box.Bottom)
        {
            return false;
        }

        foreach (var word in line.Words)
        {
            var height = Height(word);
            var above = (word.Box.Top + word.Box.Bottom - reading.Box.Top - reading.Box.Bottom) / 2 / height;
            if (size <= Small * height && above is > 0.2 and < 1.1 && reading.Box.Bottom < word.Box.Bottom - (0.3 * height)
                && (reading.Box.Left + reading.Box.Right) / 2 > word.Box.Left && (reading.Box.Left + reading.Box.Right) / 2 < word.Box.Right
                && word.Text.EnumerateRunes().Any(IsKanji))
            {
                return true;
            }
        }

        return false;
    }

    private static double Height(PdfWord word) => Math.Max(0.1, word.Box.Bottom - word.Box.Top);

    private static bool IsKana(Rune rune) => rune.Value is (>= 0x3041 and <= 0x30FF) or (>= 0x1B000 and <= 0x1B16F);

    private static bool IsKanji(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3005;
}
