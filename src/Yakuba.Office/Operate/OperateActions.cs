namespace Yakuba.Office.Operate;

/// <summary>What running the system writes into the record.</summary>
public static class OperateActions
{
    /// <summary>A backup was made.</summary>
    public const string BackupMade = "backup-made";

    /// <summary>A backup was restored on trial, and one could start again from it.</summary>
    public const string BackupDrilled = "backup-drilled";

    /// <summary>A backup was restored on trial, and one could not start again from it.</summary>
    public const string BackupDrillFailed = "backup-drill-failed";

    /// <summary>The municipality was restored from a backup.</summary>
    public const string BackupRestored = "backup-restored";

    /// <summary>Somebody went through what a restored backup may have brought back.</summary>
    public const string RestorationReviewed = "restoration-reviewed";

    /// <summary>A copy of the state took the state's place. Fact <c>undone-from</c>: from this entry on, what entries tell of is only in the state that was put aside.</summary>
    public const string StateRolledBack = "state-rolled-back";

    /// <summary>Settings were changed; the entry names them and does not hold their values.</summary>
    public const string SettingsChanged = "settings-changed";

    /// <summary>What they are called for people.</summary>
    internal static readonly (string Action, string Words)[] Names = [(BackupMade, "バックアップの作成"), (BackupDrilled, "復元の訓練"), (BackupDrillFailed, "復元の訓練の失敗"), (BackupRestored, "バックアップからの復元"), (StateRolledBack, "版を上げる前の状態への巻き戻し"), (RestorationReviewed, "復元後の見直し"), (SettingsChanged, "設定の変更")];
}
