namespace Yakuba.Privacy;

/// <summary>Words beside which a name stands, and words that make it none.</summary>
internal static class NameWords
{
    /// <summary>After a name.</summary>
    internal static readonly string[] Honorifics =
        ["さん", "さま", "様", "氏", "殿", "くん", "君", "ちゃん", "どの", "サン", "サマ", "クン", "チャン", "先生", "夫妻", "夫婦", "宅"];

    /// <summary>What may touch a name without being part of it.</summary>
    internal static readonly string[] AfterName =
        [.. Honorifics, "方", "宛", "宅", "生", "他", "外", "等", "両", "及び", "並びに", "又は", "若しくは", "作", "著", "印", "在住", "住", "名義", "本人", "死亡", "出生"];

    /// <summary>Before a name: what a person is here.</summary>
    internal static readonly string[] Roles =
    [
        "氏名", "名前", "なまえ", "お名前", "姓名", "本名", "旧姓", "通称", "署名", "名義", "名義人", "名称", "shimei", "name", "申請者", "申請人", "届出人", "届出者", "世帯主", "世帯員", "妻", "夫", "子", "父", "母",
        "長男", "次男", "二男", "三男", "長女", "次女", "二女", "三女", "祖父", "祖母", "曽祖父", "曽祖母", "曾祖父", "曾祖母", "孫", "兄", "弟", "姉", "妹", "叔父", "叔母", "伯父", "伯母", "甥", "姪", "義父", "義母", "配偶者", "同居人",
        "保護者", "保護者名", "児童", "児童名", "園児", "生徒", "幼児", "対象者", "対象者名", "対象", "担当", "担当者", "代理人", "相談者", "通報者", "申出人", "申出者", "苦情申出人", "請求者", "請求人", "受給者", "利用者",
        "被相続人", "相続人", "相続人代表", "死亡者", "被保険者", "被扶養者", "納税者", "納税義務者", "受診者", "患者", "申立人", "相手方", "差出人", "宛名", "登録者", "発言者", "住民", "会長", "会計", "代表者", "代表",
        "所有者", "使用者", "契約者", "借主", "貸主", "後見人", "保証人", "連帯保証人", "親権者", "要支援者", "要介護者", "本人", "参加者", "来庁者", "来訪者", "面談者", "記入者", "作成者", "受付者", "民生委員", "故", "の者", "留学生",
        "(漢字)", "連絡先", "緊急連絡先", "届出", "検索語", "q", "user", "宛先", "方の", "亡",
    ];

    /// <summary>Labels after which any words that look like a name are one.</summary>
    internal static readonly string[] StrongLabels = ["氏名", "名前", "お名前", "姓名", "本名", "署名", "申請者名", "保護者名", "児童名", "対象者名", "shimei", "name", "氏名(漢字)", "旧姓"];

    /// <summary>Elected and appointed office: such a person is named as the office, in public.</summary>
    internal static readonly string[] Offices =
        ["市長", "町長", "村長", "区長", "知事", "議長", "副議長", "議員", "大臣", "首相", "総理", "教育長", "副市長", "副町長", "副村長", "副知事", "副区長", "長官", "委員長"];

    /// <summary>What a name says of itself after it.</summary>
    internal static readonly string[] Introductions = ["です", "と申します", "と申し", "といいます", "と言います", "と名乗", "という者", "より", "と言う者"];

    /// <summary>Kanji that end names of places and things; after a family name they make 田中町, 一ノ瀬橋.</summary>
    internal const string PlaceEnds = "町市村区県郡駅橋川山坂道通線丘台園館寺社院校店場局課係部室所家庁会団組員長者等他側沿内外上下前後城島浜港沢谷原池沼森林野地区姓邸宮門堤塔湖岳峠号式型年月日人";

    /// <summary>Words of forms that stand where a name would.</summary>
    internal static readonly string[] FormWords =
        ["漢字", "カナ", "かな", "住所", "生年", "電話", "性別", "年齢", "欄", "記入", "不詳", "不明", "なし", "省略", "同上", "匿名", "番号", "続柄", "職業", "印", "押印", "及び", "又は", "等", "変更", "必須", "任意", "入力", "連絡", "日付", "備考", "メール", "黒塗", "公開", "有無", "以下", "上記", "下記", "別紙", "同意", "署名"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_roles = new HashSet<string>(Roles).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for 長女, which is no Osa Me.</summary>
    internal static bool IsRole(ReadOnlySpan<char> text) => s_roles.Contains(text);
}
