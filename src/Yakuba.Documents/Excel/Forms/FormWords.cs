using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>The words of forms: what asks, what is a piece of a date or an amount, what is a box to tick.</summary>
internal static partial class FormWords
{
    private const int LongestLabel = 24;

    /// <summary>Text of a label on one line: 氏　　名 is 氏名, and what is written from top to bottom is a word.</summary>
    internal static string Flat(string text) => FormRows.Flat(text).Trim(':', '：');

    /// <summary>Asks for something: the words that forms have beside their places to write into.</summary>
    internal static bool IsLabel(string text) =>
        Flat(text) is { Length: > 0 and <= LongestLabel } flat && !flat.EndsWith('。') && !HasBox(text) && !TableRows.IsFigure(flat) && !(BlankForm.IsBlank(text) && flat != "番号") && (Starts().IsMatch(flat) || Ends().IsMatch(Bracket().Replace(flat, "")));

    /// <summary>Asks who somebody is: nobody prints an answer to it before the form is handed out.</summary>
    internal static bool AsksForPerson(string text) => Person().IsMatch(Flat(text));

    /// <summary>The name of a form.</summary>
    internal static bool NamesForm(string text) => FormName().IsMatch(Flat(text));

    /// <summary>Its number among the forms of an ordinance: 様式第1号（第5条関係）.</summary>
    internal static bool NumbersForm(string text) => Flat(text).StartsWith("様式", StringComparison.Ordinal) || Flat(text).StartsWith("別記", StringComparison.Ordinal);

    /// <summary>A place for a seal.</summary>
    internal static bool IsSeal(string text) => Flat(text) is "印" or "㊞" or "(印)" or "（印）";

    internal static bool HasBox(string text) => text.AsSpan().IndexOfAny("□☐☑☒☓✓✔") >= 0 || BlackBox().IsMatch(text);

    /// <summary>A box alone.</summary>
    internal static bool IsBox(string text) => text is "□" or "☐" or "☑" or "☒" or "■" or "✓" or "✔" or "レ";

    internal static bool IsDigits(string text) => Digits().IsMatch(text);

    internal static bool IsEra(string text) => Era().IsMatch(Flat(text));

    /// <summary>Stands before a number: 金, 〒, 第.</summary>
    internal static bool IsBefore(string text) => Flat(text) is "金" or "¥" or "￥" or "〒" or "第" or "約" or "計";

    /// <summary>Stands after a number, or between two: 年, 円, から.</summary>
    internal static bool IsAfter(string text) => After().IsMatch(Flat(text));

    /// <summary>Ends a number or a day, so that what follows is another field: 円, 名, 号.</summary>
    internal static bool EndsField(string text) => !Goes().IsMatch(Flat(text));

    /// <summary>Begins something beside the table of the form: ※, 注, （…）, a sentence.</summary>
    internal static bool IsRemark(string text) => Remark().IsMatch(text.Trim());

    [GeneratedRegex(@"^[（(]?(?:[0-9０-９]{1,2}[.．、 　]?)?(?:氏名|お名前|名前|フリガナ|ふりがな|住所|現住所|所在地|郵便番号|電話|携帯|FAX|ファクス|ＦＡＸ|連絡先|生年月日|性別|年齢|申請|届出|請求者|世帯主|代表者|団体|名称|担当|日付|年月日|期間|目的|理由|内容|金額|口座|金融機関|支店|本人|代理人|続柄|勤務先|職業|備考|使用|希望|メール|E-?mail|事業|場所|日時|参加|添付|確認|被保険者|個人番号|医療機関|診療科|減免|入場料|開場|開始|終了|受付|許可|決定|交付|補助|対象|有効|前回|特記|附属設備|利用|提出)")]
    private static partial Regex Starts();

    [GeneratedRegex(@"(?:氏名|名|名称|番号|住所|所在地|年月日|期間|金額|額|理由|目的|区分|種類|種別|内容|状況|結果|有無|方法|日時|時刻|時間|場所|人数|件数|数量|単価|備考|事項|欄|書類|連絡先|電話|続柄|職業|年齢|性別|科目|内訳|使用料|手数料|者|人|先|の徴収|の使用|合計)$")]
    private static partial Regex Ends();

    [GeneratedRegex(@"[（(][^（）()]*[）)]$")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"氏名|名前|フリガナ|ふりがな|住所|所在地|電話|連絡先|生年月日|団体名|代表者|メール|口座番号|年齢|職業|世帯主|事業の名称|理由|目的|内容")]
    private static partial Regex Person();

    [GeneratedRegex(@"(?:申請書|申込書|届出書|届|請求書|報告書|調書|申告書|申出書|同意書|委任状|推薦書|計画書|許可書|名簿|台帳)(?:[（(].{0,20}[）)])?$")]
    private static partial Regex FormName();

    [GeneratedRegex(@"^[0-9０-９]{1,12}(?:[,，.．－―-][0-9０-９]{1,12})*$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:明治|大正|昭和|平成|令和|西暦|[明大昭平令])$")]
    private static partial Regex Era();

    [GeneratedRegex(@"^(?:年|月|日|時|分|円|千円|人|名|回|歳|才|号|番|枚|部|台|個|室|通|棟|戸|㎡|平方メートル|か月|ヶ月|箇月|年度|時間|日間|泊|%|％|まで|から|より|[～〜~－ー―-]|分から|分まで|時から|時まで|日から|日まで)$")]
    private static partial Regex After();

    [GeneratedRegex(@"^(?:年|月|日|時|分|から|より|まで|[～〜~－ー―-]|分から|時から|日から)$")]
    private static partial Regex Goes();

    [GeneratedRegex(@"^(?:[※注*＊(（]|備考[\s　])|。$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"■.*[□☐]|[□☐].*■", RegexOptions.Singleline)]
    private static partial Regex BlackBox();
}
