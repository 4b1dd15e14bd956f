using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>What stands around the sentences of an amending ordinance: its title and 「○○条例（平成12年条例第3号）の一部を次のように改正する。」.</summary>
internal sealed partial class AmendmentFrame
{
    private readonly string _name;
    
    private AmendmentFrame(string name, string number, string digits) => (_name, Number, Digits) = (name, number, digits);

    /// <summary>（平成12年条例第3号）; empty where the front matter has none.</summary>
    internal string Number { get; }

    /// <summary>A number in the digits that the sentences use: those of the articles.</summary>
    internal string Digits { get; }

    internal static AmendmentFrame Of(Enactment enactment)
    {
        var article = enactment.AllProvisions.FirstOrDefault(p => p.Kind == ProvisionKind.Article)?.Label ?? "第1条";
        var digits = article.Any(char.IsAsciiDigit) ? "1" : article.Any(c => c is >= '０' and <= '９') ? "１" : "一";
        var number = NumberOf().Match(string.Concat(enactment.Front));
        return new(enactment.Name, number.Success ? $"（{number.Groups["year"].Value}{number.Groups["kind"].Value}{number.Groups["number"].Value}）" : "", digits);
    }

    /// <param name="part">一部 or 全部.</param>
    internal ImmutableArray<string> Head(string part) =>
    [
        $"{(_name.Length > 0 ? _name : "例規")}の{part}を改正する{Kind}",
        $"　{(_name.Length > 0 ? _name : "次の例規")}{Number}の{part}を次のように改正する。",
    ];

    /// <summary>An act is amended by a 法律, an ordinance by a 条例.</summary>
    private string Kind => _name switch
    {
        _ when _name.EndsWith("法施行令", StringComparison.Ordinal) => "政令",
        _ when _name.EndsWith("法施行規則", StringComparison.Ordinal) => "省令",
        _ when _name.EndsWith('法') || _name.EndsWith("法律", StringComparison.Ordinal) => "法律",
        _ when KindName().Match(_name) is { Success: true } kind => kind.Value,
        _ => "条例",
    };

    [GeneratedRegex("(?:政令|省令|条例|規則|規程|要綱|要領|告示|訓令)$")]
    private static partial Regex KindName();

    [GeneratedRegex("(?<year>(?:明治|大正|昭和|平成|令和)[元〇一二三四五六七八九十0-9０-９]{1,4}年)(?:[〇一二三四五六七八九十0-9０-９]{1,3}月)?(?:[〇一二三四五六七八九十0-9０-９]{1,3}日)?[\\s　]*(?<kind>(?:[^\\s　（）第]{0,12}))(?<number>第[〇一二三四五六七八九十百千0-9０-９]{1,7}号)")]
    private static partial Regex NumberOf();
}
