using Yakuba.Text;

namespace Yakuba.Office.Ask.Gate;

/// <summary>Questions that no document can answer, because they ask about one person's own case, or because someone is in danger.</summary>
public sealed class OnlyAPerson
{
    private static readonly string[] Danger = ["死にたい", "自殺したい", "殺され", "虐待され", "暴力を受け", "殴られ", "殴る", "叩かれ", "暴力を受", "暴力をふる", "DVを", "dvを", "助けて"];

    private static readonly string[] OwnCase =
    [
        "私の税額", "私の保険料", "私の申請", "自分の税額", "自分の保険料", "わたしの税額", "うちの税額", "審査の結果", "審査結果", "申請の状況", "申請状況",
        "手続きの進み", "私は対象", "私は該当", "うちは対象", "うちは該当", "私の場合", "うちの場合", "電話をください", "電話してほしい", "来てほしい", "苦情を言いたい",
        "計算してください", "計算してほしい", "計算して", "ほうがいいと思いますか", "ほうがいいですか", "方がいいですか", "方がいいと思いますか", "べきですか", "べきだと思いますか", "どう思いますか", "結果はどうなりましたか", "結果はどうですか", "結果を教えて",
        "当たりますか", "当選しますか", "受かりますか", "通りますか", "うちの子は", "さんは税金を", "さんは滞納", "さんの住所", "さんの電話", "さんは生活保護", "住所を知られ",
    ];

    // 私の…評価額を教えて: what is kept about one person stands in no document that is answered from.
    private static readonly string[] Own = ["私の", "わたしの", "僕の", "自分の", "うちの", "我が家の", "わが家の", "父の", "母の", "夫の", "妻の", "息子の", "娘の"];

    private static readonly string[] KeptAboutOne = ["評価額", "税額", "保険料", "所得額", "年金額", "残高", "滞納額", "納付状況", "未納", "審査", "等級", "認定結果", "順番", "点数", "個人番号", "暗証番号"];

    private static readonly string[] Verdict = ["判断して", "決めてください", "診断して", "判定して", "見てもらえますか"];

    /// <summary>Decides by the words of the question.</summary>
    /// <returns>Null when documents may answer.</returns>
    public Stop? Decide(string question)
    {
        var text = NormalText.Of(question).Value;
        return Danger.Any(text.Contains)
            ? new Stop(AnswerStatus.NeedsPerson, "命や身体に危険があるときは、すぐに110番（警察）または119番（消防・救急）へ連絡してください。お困りのことは、職員が直接お話を伺います。")
            : OwnCase.Any(text.Contains) || Verdict.Any(text.Contains) || (Own.Any(text.Contains) && KeptAboutOne.Any(text.Contains))
                ? new Stop(AnswerStatus.NeedsPerson, "お一人お一人の事情によって変わる内容のため、文書からはお答えできません。担当の職員が確認しますので、窓口または電話でお問い合わせください。")
                : null;
    }
}
