using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Models;

/// <summary>Settings of the attached language model. The key that a server may ask for lies in a file, see <see cref="ModelKey"/>.</summary>
public static class ModelSettings
{
    /// <summary>Where the model server is; empty when answers are quotations only.</summary>
    public static readonly Setting<string> Url = new(
        "model.url", "", "言語モデルの接続先", "庁内のモデルサーバ（OpenAI互換）のアドレス。例: http://127.0.0.1:8080/v1。空欄なら生成AIを使わず、文書の原文で回答する。",
        text => text.Trim().Length == 0 ? "" : ModelAddress.Parse(text).Match<Result<string>>(url => url.AbsoluteUri, problem => problem),
        text => text);

    /// <summary>Which of the server's models.</summary>
    public static readonly Setting<string> Name = SettingDefinition.Text(
        "model.name", "", 200, "モデルの名前", "モデルサーバが挙げる名前。yakuba model use が設定する。");

    /// <summary>Seconds that a model may take for a whole answer.</summary>
    public static readonly Setting<int> DeadlineSeconds = SettingDefinition.Number(
        "model.deadline-seconds", 30, 1, 55, "モデルの応答を待つ時間", "これを過ぎるとモデルを使わず、文書の原文で回答する（秒）。1〜55。");

    /// <summary>Seconds until the first byte.</summary>
    public static readonly Setting<int> FirstByteSeconds = SettingDefinition.Number(
        "model.first-byte-seconds", 20, 1, 55, "モデルが書き始めるまで待つ時間", "これを過ぎても何も返らなければ、原文で回答する（秒）。GPUのない機械では長めにする。1〜55。");

    /// <summary>Seconds of silence between two pieces of an answer.</summary>
    public static readonly Setting<int> IdleSeconds = SettingDefinition.Number(
        "model.idle-seconds", 10, 1, 55, "モデルの途切れを待つ時間", "書き始めた後、この時間（秒）何も届かなければ打ち切り、原文で回答する。1〜55。");

    /// <summary>Most tokens of a reply.</summary>
    public static readonly Setting<int> MaxTokens = SettingDefinition.Number(
        "model.max-tokens", 800, 64, 8_192, "モデルの応答の長さの上限", "1回の応答の最大トークン数。64〜8192。");

    /// <summary>Lets the model server be outside the municipality's own network.</summary>
    public static readonly Setting<bool> AllowOutside = SettingDefinition.Switch(
        "model.allow-outside", false, "庁外のモデルサーバを許す",
        "off のとき、この機械（127.0.0.1など）と庁内の私設アドレス（10.*、172.16〜31.*、192.168.*、fc00::/7）のほかには接続しない。on にすると、質問と根拠の文書の一部が庁外へ出る。情報セキュリティポリシーを確認し、承認を得てから変える。");

    /// <summary>The most secret label whose text may be put before the model.</summary>
    public static readonly Setting<Label> MostSecret = new(
        "model.most-secret-label", Label.Section, "モデルに渡してよい区分の上限",
        "根拠にこれより秘密の文書があるときは、モデルを使わずに原文で回答する。公開、機密性1、機密性2、機密性3のどれか（既定: 機密性2）。",
        text => Labels.Parse(text) is { } label ? label : ModelProblems.Label,
        label => label.ToName());

    internal static IEnumerable<SettingDefinition> All => [Url, Name, DeadlineSeconds, FirstByteSeconds, IdleSeconds, MaxTokens, AllowOutside, MostSecret];
}
