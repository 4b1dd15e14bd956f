using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Accounts;

/// <summary>Settings of sign-in, sessions and passwords.</summary>
public static class AccountsSettings
{
    /// <summary>Minutes without a request after which a browser is signed out.</summary>
    public static readonly Setting<int> IdleMinutes = SettingDefinition.Number(
        "accounts.session-idle-minutes", 30, 5, 480, "無操作でサインアウトするまでの時間", "最後の操作からこの時間（分）が過ぎると、サインインし直しが必要になります。5〜480分。");

    /// <summary>Hours after which a browser is signed out in any case.</summary>
    public static readonly Setting<int> SessionHours = SettingDefinition.Number(
        "accounts.session-hours", 10, 1, 24, "サインインの有効時間", "操作を続けていても、サインインからこの時間（時間）が過ぎるとサインインし直しが必要になります。1〜24時間。");

    /// <summary>Shortest password, in UTF-16 code units.</summary>
    public static readonly Setting<int> PasswordLength = SettingDefinition.Number(
        "accounts.password-min-length", 12, 8, 64, "パスワードの最短の長さ", "新しく決めるパスワードの最短の文字数。8〜64文字。");
}
