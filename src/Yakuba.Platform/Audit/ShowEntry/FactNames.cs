namespace Yakuba.Platform.Audit.ShowEntry;

/// <summary>What the facts of entries are called for people. The record itself keeps their stable keys.</summary>
public static class FactNames
{
    private static readonly Dictionary<string, string> s_names = new()
    {
        ["account"] = "対象の利用者", ["accounts"] = "利用者の数", ["answer"] = "回答の番号", ["as-of"] = "基準日", ["bytes"] = "大きさ（バイト）", ["channel"] = "経路", ["clearance"] = "扱える機密性",
        ["composer"] = "文の作成", ["damaged"] = "壊れていた原本", ["decision"] = "決めたこと", ["documents"] = "文書の数", ["dimension"] = "ベクトルの長さ", ["entry"] = "開いた記録", ["expires"] = "有効期限", ["failed"] = "原文で代替した回答",
        ["document"] = "文書のID", ["files"] = "ファイルの数", ["found"] = "見つかった個人情報", ["from"] = "開始日", ["job"] = "処理の番号", ["label"] = "公開範囲", ["learning"] = "学習の番号", ["list-sha256"] = "目録（library.json）のSHA-256", ["made-at"] = "バックアップの作成日時",
        ["method"] = "サインインの方法", ["model"] = "モデル", ["now"] = "いま使う学習", ["origin"] = "登録元", ["original-kept"] = "原本を残した", ["originals"] = "原本の数",
        ["passages"] = "検索単位の数", ["program"] = "プログラムの版", ["places"] = "場所の数", ["prompt"] = "指示文の版", ["question"] = "質問", ["question-set"] = "質問の組", ["questions"] = "質問の数", ["readers"] = "閲覧できる課",
        ["reason"] = "理由", ["reason-length"] = "理由の文字数", ["refused"] = "誤って断った回答", ["renamed"] = "名前の変更", ["review"] = "次の見直し", ["right"] = "正しい回答",
        ["rights"] = "権限", ["roles"] = "役割", ["scope"] = "範囲", ["section"] = "所属", ["sections"] = "所属", ["sentences"] = "文の数", ["settings"] = "変更した設定",
        ["sha256"] = "原本のSHA-256", ["state"] = "状態", ["status"] = "回答の状態", ["title"] = "題名", ["token"] = "トークン", ["url"] = "接続先",
        ["validity"] = "有効期間", ["values"] = "変更後の値", ["verdict"] = "評価", ["versions"] = "版の数", ["version"] = "文書の版", ["was"] = "前の状態", ["vector-weight-thousandths"] = "ベクトルの重み（千分の一）", ["ways"] = "聞き方の学習", ["with-key"] = "接続の鍵", ["word"] = "ひとこと", ["wrong"] = "誤った回答",
        ["asked-by"] = "申し出た人", ["bodies"] = "本文の数", ["entries"] = "記録の番号", ["last-day"] = "最後の日", ["list-of-bodies-sha256"] = "消した本文の一覧のSHA-256", ["new-key"] = "新しい検証鍵",
        ["old-key"] = "前の検証鍵", ["removal"] = "申出の番号", ["through"] = "最後の記録", ["years"] = "保存期間（年）",
        ["seconds"] = "かかった秒数", ["data-version"] = "データの版", ["was-data-version"] = "前のデータの版", ["state-copy"] = "戻した写し", ["kept-as"] = "戻す前のデータの名前", ["undone"] = "なくなった操作の数", ["undone-from"] = "なくなった操作の最初の記録",
        ["draft"] = "起案の番号", ["round"] = "決裁の回", ["steps"] = "決裁の段数", ["place"] = "経路の順", ["in-stead-of"] = "代決された人", ["remark-length"] = "意見の文字数", ["regulation"] = "文書規程の版", ["posts"] = "職の数", ["routes"] = "経路の数", ["own-approval"] = "自分の起案の承認", ["document-number"] = "文書番号", ["year"] = "番号の年（年度）", ["template"] = "ひな形", ["template-version"] = "ひな形の版",
        ["form"] = "書出しの形", ["into"] = "引き継ぐ課", ["kind"] = "種類", ["people"] = "人数", ["problem"] = "理由の名前", ["reorganisation"] = "機構改革の番号", ["reorganisations"] = "機構改革の数", ["review-on"] = "次の見直しの日", ["to"] = "終了日", ["unknown-from"] = "分からない期間の始め", ["unknown-to"] = "分からない期間の終わり",
    };

    /// <summary>The value of a fact as people read it.</summary>
    /// <param name="value">As the entry has it.</param>
    public static string Value(string value) => value switch
    {
        "true" => "はい",
        "false" => "いいえ",
        "draft" => "下書き",
        "confirmed" => "確認",
        "published" => "公開",
        "retired" => "失効",
        "answered" => "回答",
        "partly-answered" => "一部回答",
        "not-in-documents" => "該当なし",
        "not-yet-in-force" => "施行前",
        "no-longer-in-force" => "失効・廃止",
        "needs-a-person" => "担当者へ",
        "blocked" => "受付不可",
        "unavailable" => "一時停止",
        "password" => "パスワード",
        "passkey" => "パスキー",
        "directory" => "庁内ディレクトリ",
        "not-personal" => "個人のものではない",
        "permitted" => "検索に入れてよい",
        "remove" => "取り除く",
        _ => value,
    };

    /// <summary>The Japanese name of a fact.</summary>
    /// <param name="key">As the entry has it: kebab-case.</param>
    /// <returns>The key itself where it has no name, as in entries of a newer program.</returns>
    public static string Of(string key) => s_names.GetValueOrDefault(key, key);
}
