namespace Yakuba.Evidence;

/// <summary>Everyday words that mean the same or stand against each other. Written by hand; learned from no data set.</summary>
internal static class Everyday
{
    private static readonly string[][] same =
    [
        ["男性", "男", "男の人", "おじさん", "男子"], ["女性", "女", "婦人", "女子", "女の人"], ["子供", "子ども", "こども", "幼児", "児童"], ["人", "人物", "人間", "人々", "ひと"], ["犬", "いぬ"], ["猫", "ねこ", "ネコ"], ["赤ちゃん", "赤ん坊"], ["車", "自動車", "乗用車"], ["バイク", "オートバイ"], ["自転車", "サイクリング"], ["写真", "画像"], ["食べ物", "料理", "食事"], ["テーブル", "机", "食卓"], ["ソファー", "ソファ"], ["道路", "道", "路上"], ["海", "海上"], ["空", "上空"], ["飛行機", "旅客機"], ["列車", "電車"], ["駐車", "停車", "停まる", "止まる", "停める", "とめる"],
        ["座る", "腰掛ける", "すわる"], ["立つ", "佇む", "たたずむ"], ["置く", "おく"], ["乗る", "のる", "またがる"], ["走る", "駆ける", "走行"], ["歩く", "歩行"], ["見る", "眺める", "見つめる"], ["食べる", "食う", "食む"], ["飲む", "のむ"], ["話す", "しゃべる", "会話"], ["切る", "カット", "薄切り", "スライス"], ["調理", "料理"], ["演奏", "弾く"], ["飛ぶ", "飛行"], ["持つ", "握る", "手"], ["着る", "身", "纏う", "着用"], ["白い", "白", "白色"], ["黒い", "黒", "黒色"], ["赤い", "赤", "赤色"], ["青い", "青", "青色"], ["黄色い", "黄色"], ["緑", "緑色"], ["茶色い", "茶色"], ["大きい", "大きな", "巨大"], ["小さい", "小さな"], ["複数", "数", "たくさん", "大勢", "多く"], ["並ぶ", "並べる"], ["入る", "入れる"], ["映る", "写る"],
    ];

    private static readonly (string, string)[] opposed =
    [
        ("男性", "女性"), ("座る", "立つ"), ("座る", "走る"), ("座る", "歩く"), ("立つ", "寝る"), ("白い", "黒い"), ("大きい", "小さい"), ("屋内", "屋外"), ("室内", "屋外"), ("開く", "閉じる"), ("開ける", "閉める"), ("晴れる", "曇る"), ("昼", "夜"), ("昼間", "夜"), ("一つ", "複数"), ("上る", "下る"), ("登る", "降りる"), ("乗る", "降りる"), ("満杯", "空"), ("若い", "年"), ("暑い", "寒い"), ("前", "後ろ"), ("左", "右"), ("速い", "遅い"), ("入れる", "出す"), ("始める", "終える"), ("起きる", "寝る"), ("笑う", "泣く"), ("猫", "犬"), ("赤い", "青い"), ("加える", "取り除く"), ("押す", "引く"), ("付ける", "外す"), ("着る", "脱ぐ"), ("止まる", "走る"), ("駐車", "走る"), ("都会", "田舎"), ("誰", "人"),
    ];

    private static readonly Dictionary<string, string> folds = same
        .SelectMany(group => group.Select(word => (Word: word, To: group[0])))
        .GroupBy(pair => pair.Word, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().To, StringComparer.Ordinal);

    internal static string Fold(string word) => folds.GetValueOrDefault(word, word);

    /// <summary>True when the one has a word, the other its opposite, and neither has both.</summary>
    internal static bool AreOpposed(HashSet<string> a, HashSet<string> b)
    {
        foreach (var (one, other) in opposed)
        {
            if ((a.Contains(one) && b.Contains(other) && !a.Contains(other) && !b.Contains(one)) || (a.Contains(other) && b.Contains(one) && !a.Contains(one) && !b.Contains(other)))
            {
                return true;
            }
        }

        return false;
    }
}
