using Yakuba.Platform;

namespace Yakuba.Office.Operate;

/// <summary>What can be wrong with a backup or its restoration.</summary>
public static class OperateProblems
{
    /// <summary>The backup's file is there already.</summary>
    public static readonly Problem BackupExists = new(
        "backup-file-exists", 409, "同じ名前のファイルがすでにあります。上書きはしません。別の名前を指定してください（例: 日付を付ける）。");

    /// <summary>The folder for the backup is not there.</summary>
    public static readonly Problem NoFolder = new("backup-no-folder", 404, "バックアップの保存先のフォルダがありません。フォルダを作るか、別の場所を指定してください。");

    /// <summary>No such backup.</summary>
    public static readonly Problem NoBackup = new("restore-no-file", 404, "指定したバックアップのファイルがありません。場所と名前を確認してください。");

    /// <summary>The file is no backup of ours.</summary>
    public static readonly Problem NotABackup = new("restore-not-a-backup", 422, "このファイルは、yakubaのバックアップとして読み取れません。yakuba backup で作ったファイルを指定してください。");

    /// <summary>The backup ends too early.</summary>
    public static readonly Problem Truncated = new(
        "restore-truncated", 422, "バックアップが途中で切れています。何も復元していません。元の媒体からコピーし直すか、別のバックアップを指定してください。");

    /// <summary>A part of the backup is not what was written.</summary>
    public static readonly Problem Damaged = new(
        "restore-damaged", 422, "バックアップの内容が、作成した時と一致しません。何も復元していません。元の媒体からコピーし直すか、別のバックアップを指定してください。");

    /// <summary>The backup was made by a newer program.</summary>
    public static readonly Problem Newer = new(
        "restore-newer-version", 409, "バックアップが、このプログラムより新しい版で作られています。何も復元していません。新しい版のyakubaで復元してください。");

    /// <summary>There is no record to read on in.</summary>
    public static readonly Problem NoLaterRecord = new(
        "restore-no-later-record", 404, "--afterのフォルダに、記録の続きがありません。何も復元していません。以前のデータのフォルダか、yakuba audit export で書き出したフォルダを指定してください。");

    /// <summary>The record to read on in is another one, or older than the backup.</summary>
    public static readonly Problem OtherRecord = new(
        "restore-other-record", 409, "--afterの記録は、このバックアップの続きではありません。バックアップより後の、同じ自治体の記録を指定してください。なければ--afterを付けずに復元してください。");

    /// <summary>This data never came from a backup.</summary>
    public static readonly Problem NeverRestored = new("restore-never", 404, "このデータは、バックアップから復元したものではありません。復元したデータのフォルダを--dataで指定してください。");

    /// <summary>The directory to restore into is not empty.</summary>
    public static readonly Problem NotEmpty = new(
        "restore-not-empty", 409, "復元先のフォルダが空ではありません。何も変更していません。--dataで、空のフォルダか新しい名前を指定してください。");

    /// <summary>A state was to be put back without a reason.</summary>
    public static readonly Problem RollbackReason = new("operate-rollback-reason", 400, "元に戻す理由を、--reasonに1文字以上400文字以内で入力してください。");

    /// <summary>The data was not brought forward by this program.</summary>
    public static readonly Problem NotUpgraded = new(
        "operate-rollback-not-upgraded", 409, "このデータは、このプログラムの版に上がっていません。何も変更していません。前の版のyakubaをそのまま使用してください。");

    /// <summary>There is no such copy of the state.</summary>
    public static readonly Problem NoStateCopy = new(
        "operate-rollback-no-copy", 404, "戻すための写しがありません。snapshotsフォルダの中の名前を確認するか、バックアップを別のフォルダへ復元してください（yakuba restore）。");

    /// <summary>The copy is not an older state of this record.</summary>
    public static readonly Problem CopyOfOtherRecord = new(
        "operate-rollback-other-record", 409, "この写しの記録は、いまの記録の始まりと一致しません。何も変更していません。写しが書き換えられていないか、別のデータの写しでないかを確認してください。");

    /// <summary>What was done since would be lost to the state in use.</summary>
    public static readonly Problem RollbackLoses = new(
        "operate-rollback-loses", 409, "写しを作った後に行ったことがあります。何も変更していません。なくなってもよいときは、--accept-lossを付けてもう一度実行してください。戻す前のデータは別に残ります。");

    /// <summary>Something was done to the record since that no older state can hold, or must undo.</summary>
    public static readonly Problem RollbackBreaksRecord = new(
        "operate-rollback-breaks-record", 409, "写しを作った後に、署名の鍵の交換、または回答の本文の消去・廃棄（申出を含む）が行われています。戻すと、記録を検証できなくなるか、消した本文が元に戻るため、--accept-lossを付けても戻せません。何も変更していません。いまの版のまま運転を続け、開発者に相談してください。");

    /// <summary>How many backups to keep is no number of backups.</summary>
    public static readonly Problem Keep = new("backup-keep-range", 400, "残すバックアップの数は、1から1000までの整数で、--keepに指定してください。");

    /// <summary>Backups are to be counted, and the new one's name does not say of which day it is.</summary>
    public static readonly Problem KeepName = new(
        "backup-keep-name", 400, "--keepを使うときは、ファイルの名前の終わりに日付を付けてください（例: yakuba-20260401.tar）。日付より前の部分が同じバックアップだけを数えて、古いものを消します。");

    /// <summary>The server has not looked yet.</summary>
    public static readonly Problem Starting = new("operate-starting", 503, "起動したばかりで、状態をまだ確認していません。少し待って、もう一度確認してください。");

    /// <summary>The store keeps writers waiting.</summary>
    public static readonly Problem StoreBusy = new(
        "operate-store-busy", 503, "データベースへの書込みが、3秒以上待たされています。続くときは、記録装置の速さと、同じデータベースを使うほかの処理を確認してください。");

    /// <summary>The index cannot be opened.</summary>
    public static readonly Problem IndexClosed = new("operate-index-closed", 503, "検索の索引を開けません。サーバを止め、yakuba index rebuild を実行してください。");

    /// <summary>Looking itself failed.</summary>
    public static readonly Problem LookFailed = new("operate-look-failed", 503, "状態の確認の途中で、予期しない誤りが起きました。記録（ログ）を確認し、開発者に知らせてください。");
}
