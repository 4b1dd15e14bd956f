namespace Yakuba.Platform.Settings;

/// <summary>Who this municipality is.</summary>
public static class MunicipalitySettings
{
    /// <summary>Its name: shown on every page, and known to the name gate as its own.</summary>
    public static readonly Setting<string> Name = SettingDefinition.Text("municipality.name", "", 40, "自治体名", "画面と文書に表示する自治体の名前（例: ○○市）。");

    /// <summary>Other names of its own.</summary>
    public static readonly Setting<string> OtherNames = SettingDefinition.Text(
        "municipality.other-names", "", 400, "自治体の別名", "都道府県名、合併前の市町村名など、自分の自治体を指す名前。読点で区切る。");

    /// <summary>Names by which the municipality's things go besides their own.</summary>
    public static readonly Setting<string> Aliases = SettingDefinition.Text(
        "municipality.aliases", "", 4_000, "通称", "制度・施設・課の通称や旧称。読点で区切る。質問でこの名前が使われたときは、存在しない名前として断らない。");

    /// <summary>The local government code.</summary>
    public static readonly Setting<string> Code = SettingDefinition.Text("municipality.code", "", 6, "全国地方公共団体コード", "6桁の数字。記録（監査ログ）の名前に使う。");

    /// <summary>Where to turn when no section is known.</summary>
    public static readonly Setting<string> Contact = SettingDefinition.Text("municipality.contact", "", 200, "代表の問合せ先", "担当課がわからないときに案内する窓口（名称と電話番号）。");

    internal static IEnumerable<SettingDefinition> All => [Name, OtherNames, Aliases, Code, Contact];
}
