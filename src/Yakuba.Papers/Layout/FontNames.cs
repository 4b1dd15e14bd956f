namespace Yakuba.Papers;

/// <summary>What may stand in for a font that is not installed.</summary>
internal static class FontNames
{
    private static readonly string[] s_serif = ["ＭＳ 明朝", "MS Mincho", "游明朝", "Yu Mincho", "IPAex明朝", "IPAexMincho", "IPA明朝", "IPAMincho", "Noto Serif CJK JP"];
    private static readonly string[] s_sans = ["ＭＳ ゴシック", "MS Gothic", "游ゴシック", "Yu Gothic", "IPAexゴシック", "IPAexGothic", "IPAゴシック", "IPAGothic", "Noto Sans CJK JP"];

    /// <summary>Names in the order in which they are to be tried, after the font itself; never empty.</summary>
    internal static IReadOnlyList<string> Others(string font, bool isSerif) => [.. (isSerif ? s_serif : s_sans).Where(f => f != font)];
}
