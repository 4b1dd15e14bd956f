using System.Text.Json.Nodes;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;

namespace Yakuba.Office.Library;

/// <summary>What the library writes into the record.</summary>
public static class LibraryActions
{
    /// <summary>A version was taken in.</summary>
    public const string Imported = "document-imported";

    /// <summary>A draft was confirmed by its section.</summary>
    public const string Confirmed = "document-confirmed";

    /// <summary>A version was published.</summary>
    public const string Published = "document-published";

    /// <summary>A version was taken back to a draft.</summary>
    public const string Withdrawn = "document-withdrawn";

    /// <summary>A version was retired, now or from a day to come.</summary>
    public const string Retired = "document-retired";

    /// <summary>A retirement was taken back.</summary>
    public const string RetirementUndone = "document-retirement-undone";

    /// <summary>A version was looked at again and holds as it is.</summary>
    public const string Reviewed = "document-reviewed";

    /// <summary>A review was taken back.</summary>
    public const string ReviewUndone = "document-review-undone";

    /// <summary>Title, section, label, readers or days were changed.</summary>
    public const string Revised = "document-revised";

    /// <summary>A version was deleted for good.</summary>
    public const string Deleted = "document-deleted";

    /// <summary>The library was exported, whole or as far as a person may read it.</summary>
    public const string Exported = "library-exported";

    /// <summary>An export was begun to be taken in; each version has its own entry.</summary>
    public const string ExportTaken = "library-export-taken";

    /// <summary>Sections were renamed, merged, split or closed, with all that belongs to them.</summary>
    public const string Reorganised = "sections-reorganised";

    /// <summary>A reorganisation was kept for a day to come.</summary>
    public const string ReorganisationPlanned = "reorganisation-planned";

    /// <summary>A reorganisation that waited was cancelled.</summary>
    public const string ReorganisationCancelled = "reorganisation-cancelled";

    /// <summary>A reorganisation could not be done on its day.</summary>
    public const string ReorganisationRefused = "reorganisation-refused";

    /// <summary>A reorganisation was taken back.</summary>
    public const string ReorganisationUndone = "reorganisation-undone";

    /// <summary>A version was stored and kept out of the index, because of personal data in it.</summary>
    public const string Held = "document-held";

    /// <summary>A held version was let into the index, as a draft.</summary>
    public const string HeldReleased = "document-hold-released";

    /// <summary>A held version was removed.</summary>
    public const string HeldRemoved = "document-hold-removed";

    /// <summary>What the record's pages call them.</summary>
    internal static readonly (string Action, string Words)[] Names =
    [
        (Imported, "文書の登録"), (Confirmed, "文書の確認"), (Published, "文書の公開"), (Withdrawn, "下書きに戻す"), (Retired, "文書の失効"), (RetirementUndone, "失効の取消し"),
        (Revised, "文書の情報の変更"), (Deleted, "文書の削除"), (Reviewed, "文書の見直し（変更なし）"), (ReviewUndone, "見直しの取消し"),
        (Reorganised, "機構改革"), (ReorganisationPlanned, "機構改革の予定"), (ReorganisationCancelled, "機構改革の取りやめ"), (ReorganisationRefused, "機構改革の不実施"), (ReorganisationUndone, "機構改革の取消し"),
        (Exported, "文書一式の書出し"), (ExportTaken, "文書一式の取込み"),
        (Held, "個人情報による保留"), (HeldReleased, "保留した文書を検索に入れる"), (HeldRemoved, "保留した文書の取除き"),
    ];

    internal static JsonObject Facts(uint version, StoredFile file) => new()
    {
        ["version"] = (long)version,
        ["sha256"] = file.Sha256,
        ["section"] = file.Item.Section,
        ["label"] = file.Item.Label.ToName(),
        ["state"] = file.Item.Target.ToKey(),
        ["passages"] = file.Passages,
    };
}
