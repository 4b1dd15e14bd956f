using Yakuba.Platform.Privacy.Gate;
using Yakuba.Platform.Settings;
using Yakuba.Privacy;

namespace Yakuba.Platform.Privacy;

/// <summary>What a municipality decides about personal data, for each way out.</summary>
public static class PrivacySettings
{
    private const string Block = "block";
    private const string Masked = "mask";
    private const string Allow = "allow";
    private const int LongestReason = 400;

    private static readonly (string Value, string Title)[] s_modes = [(Masked, "伏せる（札に替える）"), (Block, "止める"), (Allow, "そのまま渡す")];
    private static readonly (string Value, string Title)[] s_importModes = [(Allow, "取り込む"), (Block, "保留する")];

    /// <summary>Of question and passages before the language model.</summary>
    public static readonly Setting<string> Answers = Choice(
        "privacy.answers", Masked, s_modes, "質問への回答",
        "回答を書く生成AIに渡す質問と文書に個人情報があるとき。伏せる: 〔氏名1〕のような札に替えて渡し、回答では元に戻す。止める: 生成AIに渡さず、原文で回答する。そのまま渡す: 理由が要る。");

    /// <summary>Why it may leave as it is.</summary>
    public static readonly Setting<string> AnswersReason = Reason("privacy.answers-reason", "", "質問への回答にそのまま渡す理由");

    /// <summary>The business that takes My Numbers.</summary>
    public static readonly Setting<string> AnswersMyNumber = MyNumber("privacy.answers-my-number", "質問への回答に個人番号を使う事務", "空欄の間は、個人番号を含む質問を受け付けず、個人番号を含む文書を生成AIに渡さない。");

    /// <summary>Of questions and passages before the embedding model.</summary>
    public static readonly Setting<string> Vectors = Choice(
        "privacy.vectors", Masked, s_modes, "検索用ベクトル",
        "検索用ベクトルを作る埋込みモデルに渡す質問と文書に個人情報があるとき。伏せる: 札に替えて渡す。止める: 渡さず、言葉だけで検索する。そのまま渡す: 理由が要る。");

    /// <inheritdoc cref="AnswersReason"/>
    public static readonly Setting<string> VectorsReason = Reason("privacy.vectors-reason", "", "検索用ベクトルにそのまま渡す理由");

    /// <inheritdoc cref="AnswersMyNumber"/>
    public static readonly Setting<string> VectorsMyNumber = MyNumber("privacy.vectors-my-number", "検索用ベクトルに個人番号を使う事務", "空欄の間は、個人番号を含む質問と文書を埋込みモデルに渡さない。");

    /// <summary>Of a document's text into the index.</summary>
    public static readonly Setting<string> Import = Choice(
        "privacy.import", Allow, s_importModes, "文書の取込み",
        "取り込む文書に個人情報（個人番号を除く）があるとき。取り込む: 公開範囲のとおりに検索できるようにする。保留する: 担当者が確かめるまで、だれの検索にも出さない。");

    /// <inheritdoc cref="AnswersReason"/>
    public static readonly Setting<string> ImportReason = Reason("privacy.import-reason", "文書は庁内に置き、公開範囲を文書ごとに定めるため", "文書をそのまま取り込む理由");

    /// <inheritdoc cref="AnswersMyNumber"/>
    public static readonly Setting<string> ImportMyNumber = MyNumber("privacy.import-my-number", "文書の検索に個人番号を使う事務", "空欄の間は、個人番号のある文書を検索に入れず、保留する。");

    /// <summary>Whether a model on this very machine sees personal data as it is.</summary>
    public static readonly Setting<bool> ExemptOwnMachine = SettingDefinition.Switch(
        "privacy.exempt-own-machine", false, "この機械のモデルには伏せない",
        "on にすると、Yakubaと同じ機械（127.0.0.1）で動くモデルには、個人情報を札に替えずに渡す。個人番号の扱いは変わらない。", isRecorded: true);

    internal static IEnumerable<SettingDefinition> All =>
        [Answers, AnswersReason, AnswersMyNumber, Vectors, VectorsReason, VectorsMyNumber, Import, ImportReason, ImportMyNumber, ExemptOwnMachine];

    internal static (Setting<string> Mode, Setting<string> Reason, Setting<string> MyNumber) Of(WayOut way) => way switch
    {
        WayOut.Answers => (Answers, AnswersReason, AnswersMyNumber),
        WayOut.Vectors => (Vectors, VectorsReason, VectorsMyNumber),
        _ => (Import, ImportReason, ImportMyNumber),
    };

    // A reason that was taken away takes the permission with it.
    internal static PrivacyMode Mode(string mode, string reason) =>
        mode == Block ? new PrivacyMode.Block() : mode == Allow && reason.Length > 0 ? new PrivacyMode.Allow(reason) : new PrivacyMode.Mask();

    private static Setting<string> Choice(string name, string @default, (string Value, string Title)[] choices, string title, string meaning) => new(
        name,
        @default,
        title,
        meaning,
        text => choices.Any(c => c.Value == text.Trim()) ? text.Trim() : SettingProblems.NotAChoice.With($"{title}: {string.Join("、", choices.Select(c => c.Value))}"),
        text => text)
    {
        Choices = choices,
        IsRecorded = true,
        Together = values => HasReason(values, name),
    };

    private static Setting<string> Reason(string name, string @default, string title) => new(
        name,
        @default,
        title,
        "「そのまま」を選ぶときに書く。400文字まで。記録に残る。",
        text => text.Trim().Length <= LongestReason ? text.Trim() : SettingProblems.TooLong.With($"{title}: {LongestReason}文字まで"),
        text => text)
    {
        IsRecorded = true,
        Together = values => HasReason(values, name[..^"-reason".Length]),
    };

    private static Setting<string> MyNumber(string name, string title, string meaning) => new(
        name,
        "",
        title,
        meaning + "番号利用事務として登録するときだけ、事務の名前と根拠を書く。",
        text => text.Trim().Length <= LongestReason ? text.Trim() : SettingProblems.TooLong.With($"{title}: {LongestReason}文字まで"),
        text => text)
    {
        IsRecorded = true,
    };

    private static Problem? HasReason(IReadOnlyDictionary<string, string> values, string mode) =>
        values[mode] == Allow && values[mode + "-reason"].Trim().Length == 0 ? PrivacyProblems.NoReason : null;
}
