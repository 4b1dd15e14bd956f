using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Shapes of lines in laws, ordinances, rules and contracts.</summary>
internal static partial class ProvisionLines
{
    private const string N = "[〇一二三四五六七八九十百千0-9０-９]{1,9}";

    /// <summary>第十二条の二　… ; groups label, several (及び第四条 and the like), rest.</summary>
    [GeneratedRegex(@"^(?<label>第" + N + "条(?:[のノ]" + N + @")*)(?<several>(?:及び第" + N + @"条|(?:から|乃至|ないし)第" + N + @"条|[、・]第" + N + @"条)(?:[のノ]" + N + @")*(?:まで)?)*(?:(?<rest>[\s　（(].*)|(?<rest>削除.*))?$", RegexOptions.Singleline)]
    internal static partial Regex Article();

    /// <summary>第一章の二　… ; groups label, unit, rest.</summary>
    [GeneratedRegex(@"^(?<label>第" + N + "(?<unit>編|章|節|款|目)(?:[のノ]" + N + @")*)(?<rest>[\s　（(].*)?$")]
    internal static partial Regex Division();

    /// <summary>Ends like a line of a table of contents: （第一条―第五条）.</summary>
    [GeneratedRegex(@"[（(](?:第" + N + @"条|附則)[^）)]*[）)]$|・{3,}|…{2,}")]
    internal static partial Regex ContentsRange();

    /// <summary>附則, with its law number or 抄 in brackets.</summary>
    [GeneratedRegex(@"^附[\s　]*則[\s　]*(?:抄)?[\s　]*(?:[（(](?<by>[^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*)[）)])?[\s　]*(?:抄)?$")]
    internal static partial Regex Supplement();

    /// <summary>別表第一, 様式第3号, 別記様式: what is annexed.</summary>
    [GeneratedRegex(@"^(?<label>別表(?:第" + N + @")?(?:[のノ]" + N + @")*|(?:別記)?様式(?:第" + N + @"号?)?(?:[のノ]" + N + @")*|別記(?:第" + N + @"号?様式)?|第" + N + @"号様式|別紙(?:第?" + N + @")?)(?<rest>[\s　]*[（(][^）)]*[）)].*|[\s　].{0,60})?$")]
    internal static partial Regex Annex();

    /// <summary>第六条政府は…: below a caption the space after the number may be lost.</summary>
    [GeneratedRegex(@"^(?<label>第" + N + "条(?:の" + N + @")*)(?<rest>[^\s　（(の、，・及並又若乃から中第に].*)$", RegexOptions.Singleline)]
    internal static partial Regex TightArticle();

    /// <summary>A line that is one bracket: the caption of the article below. The date and number of the law itself is none.</summary>
    [GeneratedRegex(@"^[（(](?!(?:明治|大正|昭和|平成|令和)[〇一二三四五六七八九十元0-9０-９]{1,4}年[^（()）]{1,30}第[^（()）]{1,12}号[）)]$)(?<caption>[^（()）]{1,60}(?:[（(][^（()）]*[）)][^（()）]*)*)[）)]$")]
    internal static partial Regex Caption();

    /// <summary>≪入札・契約方法≫: a line in pointed brackets begins something that is no part of the article above.</summary>
    [GeneratedRegex(@"^(?:≪[^≪≫]{1,40}≫|《[^《》]{1,40}》)$")]
    internal static partial Regex Aside();

    /// <summary>２　… or ○２ … or ②: a 項.</summary>
    [GeneratedRegex(@"^(?:[○◯](?<n>[0-9０-９]{1,3})|(?<n>[0-9０-９]{1,3})(?=[\s　]|$|[^\s　0-9０-９.．,，)）年月日時分人円歳条項号])|(?<circled>[②-⑳]))[\s　]*")]
    internal static partial Regex Paragraph();

    /// <summary>一　… or (1)　… or ⑴: a 号.</summary>
    [GeneratedRegex(@"^(?:(?<n>[一二三四五六七八九十百]{1,5})(?:の(?<branch>[一二三四五六七八九十]{1,3}))*(?=[\s　])|[（(](?<n>[0-9０-９]{1,3})(?:の(?<branch>[0-9０-９]{1,3}))*[）)]|(?<parenthesised>[⑴-⒇]))[\s　]*")]
    internal static partial Regex Item();

    /// <summary>イ　… or ア　…: below a 号.</summary>
    [GeneratedRegex(@"^(?<n>[ア-ン])[\s　]+")]
    internal static partial Regex SubItem();

    /// <summary>（１）　… or (ｱ)　… or ａ　…: below イ.</summary>
    [GeneratedRegex(@"^(?:[（(](?<n>[0-9０-９]{1,2}|[ｱ-ﾝア-ン]|[一二三四五六七八九十]{1,3}|[ⅰ-ⅹ])[）)]|(?<n>[a-zａ-ｚ])(?=[\s　]))[\s　]*")]
    internal static partial Regex SubSubItem();
}
