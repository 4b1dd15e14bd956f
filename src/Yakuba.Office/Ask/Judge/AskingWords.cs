namespace Yakuba.Office.Ask.Judge;

/// <summary>Words that ask, or are said to any question, and tell nothing of its matter.</summary>
internal static class AskingWords
{
    private static readonly HashSet<string> Words =
    [
        "いくら", "いつ", "どこ", "誰", "だれ", "何", "なに", "なん", "どれ", "どう", "どんな", "どちら", "どの", "いくつ", "なぜ", "どうして", "教える", "おしえる", "知る", "聞く", "言う", "いう", "思う", "くれる", "やる", "いい", "良い", "よい", "ほしい", "欲しい",
        "お願い", "願う", "ください", "場合", "とき", "こと", "もの", "方", "今", "もう", "まだ", "すぐ", "とても", "ちょっと", "みたい", "らしい", "わかる", "分かる", "できる", "出来る", "だめ", "ダメ", "大丈夫", "うち", "私", "わたし", "自分", "何か", "それ", "これ",
        "あれ", "町", "市", "村", "役場", "詳しい", "くわしい", "調べる", "すみません", "こんにちは", "はじめて", "初めて", "ある", "いる", "する", "なる", "おる", "てる", "ん", "の", "って", "知りたい", "方法", "仕方", "やり方", "行く", "来る", "もらえる", "さん", "ちゃん", "くらい", "ぐらい", "しまう", "つもり",
    ];

    // Who it is about, when it happened: told with the question, seldom in the answer.
    private static readonly HashSet<string> Telling =
    [
        "母", "父", "親", "両親", "祖父", "祖母", "息子", "娘", "夫", "妻", "主人", "旦那", "兄", "弟", "姉", "妹", "兄弟", "姉妹", "夫婦", "家族", "孫", "主婦", "友人", "友達", "知り合い", "知人", "人", "者", "家", "隣", "近所", "近く", "実家", "田舎",
        "昨日", "今日", "明日", "去年", "昨年", "今年", "来年", "今月", "来月", "先月", "先週", "来週", "今週", "先日", "昔", "最近", "毎日", "前", "後", "間", "分", "先", "元", "本当", "全部", "一緒", "勝手", "急", "役所", "市役所", "心配", "便利", "出る", "取る", "入れる", "見る", "使う", "持つ", "行ける", "違う", "作る", "置く", "終わる", "困る", "考える", "探す", "頼む",
    ];

    /// <summary>True for a word that tells of the asker more often than of the matter.</summary>
    internal static bool Tells(string word) => Telling.Contains(word);

    internal static bool Contains(string word) => Words.Contains(word);
}
