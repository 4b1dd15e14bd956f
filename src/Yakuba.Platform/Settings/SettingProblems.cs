namespace Yakuba.Platform.Settings;

/// <summary>What can be wrong with a setting.</summary>
public static class SettingProblems
{
    /// <summary>No such setting.</summary>
    public static readonly Problem Unknown = new("settings-unknown", 404, "その名前の設定はありません。設定の一覧を確認してください。");

    /// <summary>A number outside its range.</summary>
    public static readonly Problem OutOfRange = new("settings-out-of-range", 400, "設定できる範囲の整数を入力してください。");

    /// <summary>Neither on nor off.</summary>
    public static readonly Problem NotASwitch = new("settings-not-a-switch", 400, "on または off を入力してください。");

    /// <summary>None of the values offered.</summary>
    public static readonly Problem NotAChoice = new("settings-not-a-choice", 400, "選べる値のどれかを入力してください。");

    /// <summary>Too long.</summary>
    public static readonly Problem TooLong = new("settings-too-long", 400, "入力が長すぎます。短くしてください。");
}
