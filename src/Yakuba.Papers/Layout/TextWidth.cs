using System.Text;

namespace Yakuba.Papers;

/// <summary>How wide a text is printed, in full-width characters.</summary>
internal static class TextWidth
{
    internal static double Of(string text)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += rune.Value is < 0x80 or (>= 0xFF61 and <= 0xFF9F) ? 0.5 : Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark ? 0 : 1;
        }

        return width;
    }
}
