using System.Text.RegularExpressions;

namespace Yakuba.Office.Ask.Understand;

/// <summary>Which sides of a matter a question asks for. An entry that was written for another side does not answer: the fee is no answer to what to bring.</summary>
[Flags]
public enum AskedKinds
{
    /// <summary>No side is named.</summary>
    None = 0,

    /// <summary>What is needed.</summary>
    Items = 1,

    /// <summary>A telephone number or whom to call.</summary>
    Phone = 2,

    /// <summary>An amount.</summary>
    Amount = 4,

    /// <summary>A day, a time, a period.</summary>
    When = 8,

    /// <summary>A place.</summary>
    Where = 16,

    /// <summary>Who, or for whom.</summary>
    Who = 32,

    /// <summary>In which case.</summary>
    Case = 64,
}

/// <summary>Reads the sides.</summary>
internal static partial class AskedKindsReader
{
    internal static AskedKinds Of(string normal)
    {
        var kinds = AskedKinds.None;
        foreach (var (pattern, kind) in Patterns)
        {
            kinds |= pattern.IsMatch(normal) ? kind : AskedKinds.None;
        }

        return kinds;
    }

    /// <summary>True when an entry's question asks for another side than the asker does.</summary>
    internal static bool Differ(AskedKinds asked, AskedKinds entry) => asked != AskedKinds.None && (asked & entry) == AskedKinds.None;

    private static readonly (Regex Pattern, AskedKinds Kind)[] Patterns =
    [
        (Items(), AskedKinds.Items), (Phone(), AskedKinds.Phone), (Amount(), AskedKinds.Amount), (When(), AskedKinds.When), (Where(), AskedKinds.Where), (Who(), AskedKinds.Who), (Case(), AskedKinds.Case),
    ];

    [GeneratedRegex("必要なもの|持ち物|持って|書類|要るもの")]
    private static partial Regex Items();

    [GeneratedRegex("電話|連絡先")]
    private static partial Regex Phone();

    [GeneratedRegex("いくら|料金|手数料|費用|何円|額|値段")]
    private static partial Regex Amount();

    [GeneratedRegex("いつ|何日|何月|何時|期限|締切|締め切|期間|何曜")]
    private static partial Regex When();

    [GeneratedRegex("どこ|場所|所在")]
    private static partial Regex Where();

    [GeneratedRegex("誰|だれ|どんな人|対象")]
    private static partial Regex Who();

    [GeneratedRegex("どんなとき|どんな場合|どういう")]
    private static partial Regex Case();
}
