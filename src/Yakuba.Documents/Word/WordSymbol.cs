using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Characters that Word takes from a picture font: the boxes and ticks of forms as the characters they look like, the others as they are.</summary>
internal static class WordSymbol
{
    internal static string Of(string? font, string? code)
    {
        if (!ushort.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var c) || char.IsSurrogate((char)c))
        {
            return "";
        }

        return (font ?? "", c & 0xFF) switch
        {
            ("Wingdings", 0x6F or 0x71 or 0x72 or 0xA8) or ("Wingdings 2", 0xA3 or 0x2A) => "□",
            ("Wingdings", 0xFE) or ("Wingdings 2", 0x52) => "☑",
            ("Wingdings", 0xFD or 0x78) or ("Wingdings 2", 0x54) => "☒",
            ("Wingdings", 0xFC) or ("Wingdings 2", 0x50) => "✓",
            ("Wingdings", 0x6C) => "●",
            ("Wingdings", 0x6E or 0xA7) => "■",
            ("Wingdings", 0xA1) => "○",
            ("Wingdings", 0xE8 or 0xF0) => "→",
            _ => ((char)c).ToString(),
        };
    }
}
