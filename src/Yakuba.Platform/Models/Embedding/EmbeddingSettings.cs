using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Models.Embedding;

/// <summary>Settings of the attached embedding model. <c>yakuba model embed use</c> sets the address, the name, the prefixes and the dimension.</summary>
public static class EmbeddingSettings
{
    /// <summary>Where the embedding server is; empty when search is by words only.</summary>
    public static readonly Setting<string> Url = new(
        "model.embed-url", "", "埋込みモデルの接続先", "文と文の意味の近さを測る庁内のモデルサーバ（OpenAI互換の /v1/embeddings）のアドレス。空欄なら言葉だけで検索する。yakuba model embed use が設定する。",
        text => text.Trim().Length == 0 ? "" : EmbeddingAddress.Parse(text).Match<Result<string>>(url => url.AbsoluteUri, problem => problem),
        text => text);

    /// <summary>Which of the server's models.</summary>
    public static readonly Setting<string> Name = SettingDefinition.Text(
        "model.embed-name", "", 200, "埋込みモデルの名前", "モデルサーバが挙げる名前。yakuba model embed use が設定する。");

    /// <summary>Put before a question.</summary>
    public static readonly Setting<string> QueryPrefix = Prefix(
        "model.embed-query-prefix", "質問の前に付ける文字", "埋込みモデルが質問の前に求める文字（例: 「query: 」）。空白も数える。100文字まで。変えたときは yakuba model embed use でつなぎ直す。");

    /// <summary>Put before a passage.</summary>
    public static readonly Setting<string> PassagePrefix = Prefix(
        "model.embed-passage-prefix", "文書の前に付ける文字", "埋込みモデルが文書の前に求める文字（例: 「passage: 」）。空白も数える。100文字まで。変えると、すべての文書のベクトルを作り直す。");

    /// <summary>Values of each of its vectors.</summary>
    public static readonly Setting<int> Dimension = SettingDefinition.Number(
        "model.embed-dimension", 0, 0, 4_096, "埋込みモデルの次元数", "ベクトル1本の数値の個数。yakuba model embed use がモデルに尋ねて設定する。0〜4096。");

    /// <summary>Seconds that a question's vector may take.</summary>
    public static readonly Setting<int> DeadlineSeconds = SettingDefinition.Number(
        "model.embed-deadline-seconds", 2, 1, 20, "質問の埋込みを待つ時間", "これを過ぎると、その質問は言葉だけで検索する（秒）。1〜20。");

    internal static IEnumerable<SettingDefinition> All => [Url, Name, QueryPrefix, PassagePrefix, Dimension, DeadlineSeconds];

    private static Setting<string> Prefix(string name, string title, string meaning) => new(
        name, "", title, meaning, text => text.Length <= 100 && !text.Any(char.IsControl) ? text : EmbeddingProblems.Prefix.With(title), text => text)
    {
        KeepsSpaces = true,
    };
}
