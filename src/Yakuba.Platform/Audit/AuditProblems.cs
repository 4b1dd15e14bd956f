namespace Yakuba.Platform.Audit;

/// <summary>What can be wrong with the record.</summary>
public static class AuditProblems
{
    /// <summary>The record is older than, or differs from, the checkpoint that was signed last.</summary>
    public static readonly Problem RolledBack = new(
        "audit-rolled-back", 500, "記録が、最後に署名した時点の内容とつながりません。古いデータベースが復元されたか、記録が書き換えられています。運転を止め、最新のバックアップと record フォルダを確認してください。");

    /// <summary>The checkpoint file or the key is damaged.</summary>
    public static readonly Problem KeyOrCheckpoint = new(
        "audit-key-or-checkpoint", 500, "記録の署名鍵または署名済みの控えを読み取れません。keys と record のフォルダをバックアップから戻してください。");

    /// <summary>Verification found a difference.</summary>
    public static readonly Problem Damaged = new("audit-damaged", 500, "記録の検証で、書き換えまたは破損が見つかりました。表示された番号以降の記録は信用できません。データを保全し、バックアップと照合してください。");

    /// <summary>No such entry.</summary>
    public static readonly Problem NoSuchEntry = new("audit-no-such-entry", 404, "その番号の記録はありません。番号を確認してください。");

    /// <summary>A reason is missing.</summary>
    public static readonly Problem ReasonLength = new("audit-reason-length", 400, "本文を開く理由を、1文字以上400文字以内で入力してください。");

    /// <summary>What was given to verify against is no sheet and no checkpoint of this record.</summary>
    public static readonly Problem NotASheet = new(
        "audit-not-a-sheet", 400, "確認票の内容として読み取れません。「1234 かきく さしす …」のように、件数と八つの言葉を入れるか、署名済みの控え（QRコードの中身）をそのまま入れてください。");

    /// <summary>A file is there already.</summary>
    public static readonly Problem SheetFile = new("audit-sheet-file", 409, "同じ名前のファイルがあります。別の名前を指定してください。");

    /// <summary>The folder of an export is not empty.</summary>
    public static readonly Problem ExportFolder = new("audit-export-folder", 409, "書き出し先のフォルダに、すでにファイルがあります。空のフォルダか、新しい名前を指定してください。");
}
