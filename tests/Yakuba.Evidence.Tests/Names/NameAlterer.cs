namespace Yakuba.Evidence.Tests;

/// <summary>Makes names that do not exist out of names that do. Deterministic.</summary>
internal static class NameAlterer
{
    private const string strangers = "桜松梅葵楓鶴鷲峰潮星";
    private static readonly string[] distinctives = ["ひまわり", "八重桜", "若鮎", "未来創造", "きらり輝き", "白鳥ヶ浜", "鳳凰", "さざなみ交流"];

    /// <summary>Each neighbouring pair of the distinctive part swapped, each character replaced, and the whole part replaced.</summary>
    internal static IEnumerable<string> Of(NamedThing name)
    {
        var at = name.Text.IndexOf(name.Distinctive, StringComparison.Ordinal);
        var (before, distinctive, after) = (name.Text[..at], name.Distinctive, name.Text[(at + name.Distinctive.Length)..]);
        for (var i = 0; i + 1 < distinctive.Length; i++)
        {
            if (distinctive[i] != distinctive[i + 1] && distinctive[i] != '・' && distinctive[i + 1] != '・') // ・ is free to write or leave out
            {
                yield return $"{before}{distinctive[..i]}{distinctive[i + 1]}{distinctive[i]}{distinctive[(i + 2)..]}{after}";
            }
        }

        for (var i = 0; i < distinctive.Length; i++)
        {
            yield return $"{before}{distinctive[..i]}{strangers[(i + distinctive.Length) % strangers.Length]}{distinctive[(i + 1)..]}{after}";
        }

        foreach (var other in distinctives)
        {
            yield return before + other + after;
        }
    }
}
