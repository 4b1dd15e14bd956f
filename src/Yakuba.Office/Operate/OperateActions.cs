namespace Yakuba.Office.Operate;

/// <summary>What running the system writes into the record.</summary>
public static class OperateActions
{
    /// <summary>A backup was made.</summary>
    public const string BackupMade = "backup-made";

    /// <summary>The municipality was restored from a backup.</summary>
    public const string BackupRestored = "backup-restored";

    /// <summary>Somebody went through what a restored backup may have brought back.</summary>
    public const string RestorationReviewed = "restoration-reviewed";

    /// <summary>Settings were changed; the entry names them and does not hold their values.</summary>
    public const string SettingsChanged = "settings-changed";

    /// <summary>What they are called for people.</summary>
    internal static readonly (string Action, string Words)[] Names = [(BackupMade, "バックアップの作成"), (BackupRestored, "バックアップからの復元"), (RestorationReviewed, "復元後の見直し"), (SettingsChanged, "設定の変更")];
}
