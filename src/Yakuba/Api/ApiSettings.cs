using Yakuba.Platform.Settings;

namespace Yakuba.Api;

/// <summary>What a municipality decides about programs that use the API.</summary>
internal static class ApiSettings
{
    internal static readonly Setting<int> RequestsPerMinute = SettingDefinition.Number(
        "operate.api-requests-per-minute", 600, 1, 100_000, "APIの利用の上限（1分あたり）", "アクセストークンの持ち主1人につき、1分間に受け付けるAPIの要求の数。");
}
