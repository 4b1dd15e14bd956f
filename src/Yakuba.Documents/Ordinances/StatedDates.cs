using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Reads promulgation, enforcement and repeal from what a document says about itself.</summary>
internal static partial class StatedDates
{
    private const int FrontBlocks = 8;

    internal static DocumentDates OfProvisions(Document document)
    {
        var promulgated = Promulgated(document);
        DateOnly? enforced = null, repealed = null;
        var first = document.Blocks.OfType<ArticleBlock>().FirstOrDefault(b => b.Article.StartsWith("附則", StringComparison.Ordinal))?.Article;
        var supplement = first is null ? null : Supplement(first);
        foreach (var block in document.Blocks.OfType<ArticleBlock>().Where(b => supplement is not null && Supplement(b.Article) == supplement))
        {
            if (enforced is null && Enforced().Match(block.Text) is { Success: true } match)
            {
                enforced = StatedDate.First(match.Value) ?? promulgated;
            }

            repealed ??= Lapse().Match(block.Text) is { Success: true } lapse ? StatedDate.First(lapse.Value)?.AddDays(1) : null;
        }

        return WithRepeal(document, new DocumentDates(promulgated, enforced, repealed, repealed is not null));
    }

    internal static DocumentDates OfPlain(Document document)
    {
        DateOnly? enforced = null;
        foreach (var block in document.Blocks.Where(b => b is not TableRowBlock))
        {
            if (block.Text.Length < 200 && SelfEnforced().Match(block.Text) is { Success: true } match)
            {
                enforced = StatedDate.First(match.Value);
                break;
            }
        }

        return WithRepeal(document, DocumentDates.None with { EnforcedFrom = enforced });
    }

    /// <summary>"附則（平成19年法律第5号）第2条" → its supplement without the article.</summary>
    internal static string Supplement(string article)
    {
        var close = article.LastIndexOf('）');
        var end = article.IndexOf('第', Math.Max(close, 0));
        return end < 0 ? article : article[..end];
    }

    private static DateOnly? Promulgated(Document document)
    {
        foreach (var block in document.Blocks.TakeWhile(b => b is not ArticleBlock).Take(FrontBlocks))
        {
            var text = LastChange().Replace(block.Text, "");
            if (StatedDate.First(text) is { } day && (LawNumber().IsMatch(text) || TextCleaning.TrimBlank(text).Length <= 20) && !text.Contains("廃止", StringComparison.Ordinal))
            {
                return day;
            }
        }

        return null;
    }

    private static DocumentDates WithRepeal(Document document, DocumentDates dates)
    {
        foreach (var text in document.Blocks.TakeWhile(b => b is not ArticleBlock).Take(FrontBlocks).Select(b => b.Text).Prepend(document.Title))
        {
            if (text.Length <= 120 && Repealed().Match(text) is { Success: true } match)
            {
                return dates with { RepealedFrom = StatedDate.First(match.Value) ?? dates.RepealedFrom, SaysRepealed = true };
            }
        }

        return dates;
    }

    [GeneratedRegex(@"この(?:条例|規則|規程|要綱|要領|要項|基準|告示|訓令|法律|政令|省令|命令|協定|規約|内規|ガイドライン)は[、，]?[^。]{0,40}?(?:" + StatedDate.Pattern + @"|公布の日|告示の日|制定の日|決裁の日)[^。]{0,20}から(?:、)?(?:施行|適用|実施)")]
    private static partial Regex Enforced();

    [GeneratedRegex(@"^[^。]{0,40}(?:この[^。]{1,12}は[、，]?|施行(?:期)?日|適用(?:開始)?日|実施日)[^。]{0,10}?" + StatedDate.Pattern + @"(?!まで|限り|に限り|をもって)(?:[^。]{0,6}から(?:施行|適用|実施))?")]
    private static partial Regex SelfEnforced();

    [GeneratedRegex(@"この[^。]{1,12}は[、，]?" + StatedDate.Pattern + @"(?:限り|をもって|に限り)[^。]{0,10}(?:効力を失う|失効|廃止)")]
    private static partial Regex Lapse();

    [GeneratedRegex(@"(?:" + StatedDate.Pattern + @"[^。]{0,30})?(?:廃止(?:[）\])】〕]|済|された|しました|$)|[（(\[【〔]廃止|失効[）\])】〕])")]
    private static partial Regex Repealed();

    [GeneratedRegex(@"(?:最終)?改正[\s　]*[：:]?.*$", RegexOptions.Singleline)]
    private static partial Regex LastChange();

    [GeneratedRegex(@"第[〇一二三四五六七八九十百千0-9０-９]+号|公布|制定")]
    private static partial Regex LawNumber();
}
