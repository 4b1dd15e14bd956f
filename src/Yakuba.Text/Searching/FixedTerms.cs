using System.Globalization;

namespace Yakuba.Text;

/// <summary>
/// What a text names by number, in one notation whatever is typed: dates (令和6年4月1日, R6.4.1, 2024/4/1 → 2024-04-01 and 2024年),
/// fiscal years (令和6年度 → 2024年度) and articles (第十二条の二 → 12条の2). Days and fiscal years stand twice: they say more than their numbers.
/// </summary>
/// <remarks>
/// The library's <c>ArticleTerms</c> reads articles too, for another end: it leads to provisions, so it demands 第 and reads on to the 項.
/// Here they are words of a sentence, in which people leave 第 out (12条の2とは). One reader for both would change what one of them finds.
/// </remarks>
internal static class FixedTerms
{
    // Words for a time as seen from today or from the date before: what they name is not known when a document is indexed.
    private const string RelativeStarts = "今本きあ昨一お来再先こ去同翌";

    private static readonly DateOnly s_noToday = new(1, 1, 1);

    /// <summary>Adds the terms of a text, in order of place within each kind.</summary>
    /// <param name="terms">Gets them.</param>
    /// <param name="normal">The text, in normal form.</param>
    internal static void AddTo(List<string> terms, string normal)
    {
        if (MayHoldDate(normal))
        {
            foreach (var date in JapaneseDate.Find(normal, s_noToday))
            {
                AddDate(terms, normal, date);
            }
        }

        for (var at = normal.IndexOf('条', StringComparison.Ordinal); at >= 0; at = normal.IndexOf('条', at + 1))
        {
            AddArticle(terms, normal, at);
        }
    }

    private static bool MayHoldDate(string normal) => normal.AsSpan().IndexOfAny("年/.") >= 0;

    private static void AddDate(List<string> terms, string normal, in DateSpan date)
    {
        if (!date.IsValid || !date.HasYear || RelativeStarts.Contains(normal[date.Start], StringComparison.Ordinal))
        {
            return;
        }

        switch (date.Kind)
        {
            case DateKind.FiscalYear:
                var fiscal = date.From.Year.ToString(CultureInfo.InvariantCulture) + "年度";
                terms.AddRange([fiscal, fiscal]);
                break;
            case DateKind.Year:
                terms.Add(Year(date.From));
                break;
            case DateKind.Month:
                terms.Add(Year(date.From));
                terms.Add(date.From.ToString("yyyy-MM", CultureInfo.InvariantCulture));
                break;
            default:
                terms.Add(Year(date.From));
                terms.AddRange([Day(date.From), Day(date.From)]);
                if (date.To != date.From)
                {
                    terms.Add(Day(date.To));
                }

                break;
        }
    }

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture) + "年";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads the number before 条 and the branches after it: 十二, 条, の二.</summary>
    private static void AddArticle(List<string> terms, string normal, int at)
    {
        var start = at;
        while (start > 0 && at - start < 8 && IsNumeral(normal[start - 1]))
        {
            start--;
        }

        if (start == at || NumberNotation.Read(normal, start, out var number) != at - start)
        {
            return;
        }

        var term = number.ToString(CultureInfo.InvariantCulture) + "条";
        var end = at + 1;
        while (end + 1 < normal.Length && normal[end] == 'の' && NumberNotation.Read(normal, end + 1, out var branch) is > 0 and var width)
        {
            term += "の" + branch.ToString(CultureInfo.InvariantCulture);
            end += 1 + width;
        }

        terms.Add(term);
    }

    private static bool IsNumeral(char letter) => char.IsAsciiDigit(letter) || NumberNotation.KanjiDigit(letter) >= 0 || NumberNotation.Small(letter) > 0;
}
