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
}
