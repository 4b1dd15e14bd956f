namespace Yakuba.Evidence;

/// <summary>Words that, with a negation, deny all there could be: 一人も, 誰も, 何も.</summary>
internal static class Denial
{
    private static readonly string[] words = ["一人も", "1人も", "一匹も", "1匹も", "一頭も", "1頭も", "一つも", "1つも", "誰も", "だれも", "何も", "一台も", "一個も", "一度も", "ひとつも", "どこにも", "全く", "まったく"];

    internal static bool IsIn(string text) => words.Any(word => text.Contains(word, StringComparison.Ordinal));
}
