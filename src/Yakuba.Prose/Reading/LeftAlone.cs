using System.Buffers;

namespace Yakuba.Prose;

/// <summary>Stretches that word rules leave alone: titles of laws, and addresses.</summary>
internal static class LeftAlone
{
    private const int LongestTitle = 60;

    private static readonly SearchValues<char> s_beforeTitle = SearchValues.Create("、。「」『』（）()\n　 ：:");
    private static readonly string[] s_eras = ["明治", "大正", "昭和", "平成", "令和"];
    private static readonly string[] s_titleEnds = ["に関する法律", "に関する条例", "に関する規則", "に関する規程", "に関する要綱", "に関する要領", "に係る法律", "ための法律", "の特例に関する", "等に関する"];

    internal static void Mark(string text, Marks[] marks)
    {
        MarkTitles(text, marks);
        MarkAddresses(text, marks);
    }

    private static void MarkTitles(string text, Marks[] marks)
    {
        // 地方自治法（昭和22年法律第67号): the number tells that a title stands before it.
        for (var at = text.IndexOf('（'); at >= 0; at = text.IndexOf('（', at + 1))
        {
            if (Array.Exists(s_eras, era => string.CompareOrdinal(text, at + 1, era, 0, 2) == 0) && text.AsSpan(at, Math.Min(32, text.Length - at)).IndexOf("号）") > 0)
            {
                MarkBack(text, at, marks);
            }
        }

        foreach (var ending in s_titleEnds)
        {
            for (var at = text.IndexOf(ending, StringComparison.Ordinal); at >= 0; at = text.IndexOf(ending, at + 1, StringComparison.Ordinal))
            {
                MarkBack(text, at + ending.Length, marks);
            }
        }
    }

    private static void MarkBack(string text, int end, Marks[] marks)
    {
        var least = Math.Max(0, end - LongestTitle);
        var start = least + text.AsSpan(least, end - least).LastIndexOfAny(s_beforeTitle) + 1;
        marks.AsSpan(start, end - start).ForEachOr(Marks.Title);
    }

    private static void MarkAddresses(string text, Marks[] marks)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && text[at] is > ' ' and <= '~')
            {
                at++;
            }

            var run = text.AsSpan(start, at - start);
            if (run.Contains('@') || run.IndexOf("://") >= 0 || run.IndexOf("www.") >= 0)
            {
                marks.AsSpan(start, run.Length).ForEachOr(Marks.Address);
            }
        }
    }

    private static void ForEachOr(this Span<Marks> stretch, Marks mark)
    {
        foreach (ref var one in stretch)
        {
            one |= mark;
        }
    }
}
