using Yakuba.Platform.Settings;

namespace Yakuba.Office.Ask;

/// <summary>What a municipality decides about questions.</summary>
public static class AskSettings
{
    /// <summary>Whether people without an account may ask.</summary>
    public static readonly Setting<bool> OpenToResidents = SettingDefinition.Switch(
        "ask.open-to-residents", true, "住民の質問を受け付ける", "offにすると、サインインしていない人の質問に回答しない（緊急に止めるときも使う）。職員の質問には影響しない。");

    /// <summary>How often one address may ask without an account.</summary>
    public static readonly Setting<int> ResidentQuestionsPerMinute = SettingDefinition.Number(
        "ask.resident-questions-per-minute", 20, 1, 10_000, "住民の質問の上限（1分あたり）", "サインインしていない人から、同じ接続元につき1分間に受け付ける質問の数。");

    internal static IEnumerable<SettingDefinition> All => [OpenToResidents, ResidentQuestionsPerMinute];
}
