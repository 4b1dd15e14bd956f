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

    /// <summary>A removal was asked for without a reason.</summary>
    public static readonly Problem RemovalReason = new("audit-removal-reason", 400, "消す理由を、1文字以上400文字以内で入力してください。");

    /// <summary>The entry has no text, or it is gone already.</summary>
    public static readonly Problem NothingToErase = new("audit-nothing-to-erase", 404, "その番号の記録には、消す本文がありません。質問または回答の記録の番号を確認してください。すでに消した本文は「消去と廃棄」の一覧にあります。");

    /// <summary>The same removal waits already.</summary>
    public static readonly Problem RemovalWaiting = new("audit-removal-waiting", 409, "同じ申出が、承認を待っています。「消去と廃棄」の一覧を確認してください。");

    /// <summary>A key was to be changed without a reason.</summary>
    public static readonly Problem KeyReason = new("audit-key-reason", 400, "鍵を新しくする理由を、1文字以上400文字以内で入力してください。");

    /// <summary>The witness cannot have seen more than there is.</summary>
    public static readonly Problem WitnessSince = new("audit-witness-since", 400, "--since は、0からいまの件数までの数で指定してください。立会人の控えの2行目にある件数です。");

    /// <summary>No text is past its time.</summary>
    public static readonly Problem NothingDue = new("audit-nothing-due", 409, "保存期間を過ぎた本文はありません。設定の「記録」で、保存期間を確認してください。");

    /// <summary>No removal of that number waits for a decision.</summary>
    public static readonly Problem NoSuchRemoval = new("audit-no-such-removal", 404, "その番号の申出はないか、すでに結果が出ています。一覧を開き直してください。");

    /// <summary>Who asks cannot decide.</summary>
    public static readonly Problem SecondPerson = new("audit-second-person", 403, "申し出た人は承認できません。監査の役割をもつ別の人に頼んでください。");

    /// <summary>Only who may open bodies decides on their removal.</summary>
    public static readonly Problem NotADecider = new("audit-not-a-decider", 403, "消去と廃棄を承認できるのは、監査の役割をもつ人です。その人のアカウントで画面から承認してください。");

    /// <summary>What was given to verify against is no sheet and no checkpoint of this record.</summary>
    public static readonly Problem NotASheet = new(
        "audit-not-a-sheet", 400, "確認票の内容として読み取れません。「1234 かきく さしす …」のように、件数と八つの言葉を入れるか、署名済みの控え（QRコードの中身）をそのまま入れてください。");

    /// <summary>A file is there already.</summary>
    public static readonly Problem SheetFile = new("audit-sheet-file", 409, "同じ名前のファイルがあります。別の名前を指定してください。");

    /// <summary>The folder of an export is not empty.</summary>
    public static readonly Problem ExportFolder = new("audit-export-folder", 409, "書き出し先のフォルダに、すでにファイルがあります。空のフォルダか、新しい名前を指定してください。");
}
