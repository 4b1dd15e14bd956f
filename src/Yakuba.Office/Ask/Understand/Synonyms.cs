namespace Yakuba.Office.Ask.Understand;

/// <summary>Words that residents and municipal documents use for one another. General municipal usage; a municipality's own bynames are a setting.</summary>
internal static class Synonyms
{
    private static readonly string[] Groups =
    [
        "手数料 料金 費用 値段 代金 使用料 利用料 金額 代 額 利用料金", "引っ越す 引越す 引越し 引っ越し 転入 転出 転居 移る 越す", "届け出 届出 届 届け 届ける 手続 手続き 申請",
        "申し込む 申込 申込み 申し込み 申請 応募 受付", "助成 補助 補助金 助成金 支援 給付 補助制度 支給", "赤ちゃん 出生 新生児 乳児 出産 産む 生まれる 産まれる", "子供 子ども こども 児童 お子さん 子",
        "無料 ただ タダ 無償 免除", "捨てる 出す 処分 ごみ ゴミ 廃棄", "燃える 燃やす 可燃", "燃えない 燃やす 不燃", "締め切り 締切 期限 期日 締切り", "なくす 無くす 紛失 亡失 失う", "壊れる こわれる 漏水 破損 故障",
        "病院代 医療費 診療 通院", "独り者 単身 一人暮らし 独身 一人", "お金 金銭 現金 費用", "税金 税 町税 市税 納税", "払う 納める 納付 支払う 支払 支払い", "ネット インターネット オンライン 電子", "見る 中継 閲覧 見れる",
        "預ける あずける 保育 預かる 預かり", "チケット 券 利用券 タクシー券", "雪かき 除雪 雪", "猪 いのしし イノシシ", "柵 サク 防護柵", "飼い猫 猫 ネコ ねこ", "犬 いぬ イヌ", "避妊 不妊 去勢", "葬式 葬儀 葬祭 告別式", "亡くなる 死亡 死ぬ 逝去",
        "祝い金 祝金 お祝い金 お祝い", "貸す 貸出 貸出し 貸し出す 貸し出し 借りる 貸与", "休み 休館 休業 休日 定休 閉館", "開く 開館 開庁 営業 開所", "時間 時刻", "場所 所在地 住所 会場", "電話 連絡 問い合わせ 問合せ",
        "必要 要る いる 持参", "もらう 受け取る 受給 交付 支給 受取 貰う", "対象 該当 条件 要件 資格", "マイナンバーカード 個人番号カード", "謄本 全部事項証明書", "抄本 個人事項証明書", "ゴミ袋 ごみ袋 指定袋", "モバイルバッテリー 充電式電池 バッテリー", "布団 ふとん", "高齢者 お年寄り 老人 シニア", "障害 障がい 障碍",
        "妊婦 妊娠 母子", "学童 放課後児童クラブ", "保育園 保育所 保育施設 こども園", "給食費 給食", "火葬 斎場", "議会 議事 本会議", "予防接種 ワクチン 接種", "残業 時間外勤務 時間外 超過勤務", "お知らせ 広報", "国保 国民健康保険", "後期高齢者 後期高齢者医療", "返す 返還 返納", "取り消す 取消 取消し", "延長 延ばす",
        "上限 限度 最大", "書類 書面 添付 様式", "窓口 担当 受付", "職員 社員", "けむい 煙 野焼き 焼却", "燃やす 焼却 野外焼却", "壊す 解体 除却", "直す 修理 修繕 改修", "苦しい 困窮 困る", "仕事 就労 就職", "結婚 婚姻 入籍", "離婚 離縁", "家 住宅 住まい 住居 家屋", "緊急 通報", "ボタン 装置", "切符 乗車券 回数券", "安い 割引 減額 減免", "運ぶ 搬入 持ち込む 持ち込み 持込み",
    ];

    private static readonly Dictionary<string, HashSet<string>> ByWord = Make();

    /// <summary>Words that may stand for this one; without it. Empty for most words.</summary>
    internal static IReadOnlyCollection<string> Of(string word) => ByWord.TryGetValue(word, out var others) ? others : [];

    private static Dictionary<string, HashSet<string>> Make()
    {
        var byWord = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var group in Groups.Select(g => g.Split(' ')))
        {
            foreach (var word in group)
            {
                if (!byWord.TryGetValue(word, out var others))
                {
                    byWord[word] = others = [];
                }

                others.UnionWith(group.Where(o => o != word));
            }
        }

        return byWord;
    }
}
