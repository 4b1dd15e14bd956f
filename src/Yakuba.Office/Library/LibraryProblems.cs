using Yakuba.Platform;

namespace Yakuba.Office.Library;

/// <summary>What can stand in the way in the library.</summary>
public static class LibraryProblems
{
    /// <summary>A path to import does not exist.</summary>
    public static readonly Problem NoSuchPath = new("library-no-such-path", 404, "指定されたファイルまたはフォルダがありません。パスを確認してください。");

    /// <summary>Nothing to import.</summary>
    public static readonly Problem NothingToImport = new("library-nothing-to-import", 400, "取り込むファイルがありません。ファイルまたは文書の入ったフォルダを指定してください。");

    /// <summary>No such section.</summary>
    public static readonly Problem UnknownSection = new("library-unknown-section", 400, "その所管課は登録されていません。課の一覧（設定→課）にある名前かコードを指定してください。");

    /// <summary>No such label.</summary>
    public static readonly Problem UnknownLabel = new("library-unknown-label", 400, "その区分はありません。公開、機密性1、機密性2、機密性3のいずれかを指定してください。");

    /// <summary>No document, or none that the asker may read: the two are never told apart.</summary>
    public static readonly Problem NoSuchDocument = new("library-no-such-document", 404, "文書が見つかりません。一覧を開き直して選んでください。");

    /// <summary>A change of state that does not follow from the present one.</summary>
    public static readonly Problem WrongState = new("library-wrong-state", 409, "文書の現在の状態では行えない操作です。文書を開き直し、状態を確認してください。");

    /// <summary>The person does not belong to the section.</summary>
    public static readonly Problem NotYourSection = new("library-not-your-section", 403, "所管課が異なる文書は変更できません。所管課の所属長に依頼してください。");

    /// <summary>A reason is missing or too long.</summary>
    public static readonly Problem ReasonLength = new("library-reason-length", 400, "理由を1文字以上400文字以内で入力してください。");

    /// <summary>The validity ends before it begins.</summary>
    public static readonly Problem DatesReversed = new("library-dates-reversed", 400, "有効期間の終わりが始まりより前になっています。日付を確認してください。");

    /// <summary>There is no retirement to take back.</summary>
    public static readonly Problem NotRetired = new("library-not-retired", 409, "この文書には、取り消す失効がありません。文書を開き直し、状態を確認してください。");

    /// <summary>The title is missing or too long.</summary>
    public static readonly Problem TitleLength = new("library-title-length", 400, "題名を1文字以上200文字以内で入力してください。");

    /// <summary>A date cannot be read.</summary>
    public static readonly Problem DateForm = new("library-date-form", 400, "日付を読み取れません。2026-04-01 の形で入力してください。");

    /// <summary>The next day of review is not after today.</summary>
    public static readonly Problem ReviewDayPast = new("library-review-day-past", 400, "次の見直しの日は、明日以降の日付にしてください。");

    /// <summary>No interval is set, so a day must be given.</summary>
    public static readonly Problem ReviewDayNeeded = new("library-review-day-needed", 400, "次の見直しの日を指定してください。設定「見直しの間隔」を決めると、省略できます。");

    /// <summary>There is no review to take back.</summary>
    public static readonly Problem NoReview = new("library-no-review", 409, "この文書には、取り消す見直しがありません。文書を開き直し、これまでの経緯を確認してください。");

    /// <summary>The day was changed after the review.</summary>
    public static readonly Problem ReviewChanged = new("library-review-changed", 409, "見直しのあとに見直しの日が変更されたため、取り消しませんでした。見直しの日は、文書の画面で変更してください。");

    /// <summary>Words to search by are missing or too long.</summary>
    public static readonly Problem WordsLength = new("library-words-length", 400, "探す言葉を1文字以上2,000文字以内で入力してください。");

    /// <summary>No section was named.</summary>
    public static readonly Problem SectionNeeded = new("library-section-needed", 400, "所管課を指定してください。コマンドでは --section に課の名前かコードを付けます。");

    /// <summary>The person may not file for this section.</summary>
    public static readonly Problem NotForThisSection = new("library-not-for-this-section", 403, "この課の文書を登録する権限がありません。自分の課を選ぶか、その課の職員に登録を依頼してください。");

    /// <summary>The person may file drafts, but not publish at once.</summary>
    public static readonly Problem MayNotPublish = new("library-may-not-publish", 403, "すぐに公開できるのは、その課の所属長です。「すぐに公開する」を外して登録し、所属長に公開を依頼してください。");

    /// <summary>A file is larger than the limit; it was not read.</summary>
    public static readonly Problem TooLarge = new("library-too-large", 413, "ファイルが大きすぎるため、読み取りませんでした。章ごとなどに分けて登録してください。");

    /// <summary>The kept original is gone or altered.</summary>
    public static readonly Problem OriginalDamaged = new(
        "library-original-damaged", 500, "保管している原本が失われているか、変わっています。最新のバックアップから原本（originals フォルダ）を復元するよう、サーバの管理者に伝えてください。");

    /// <summary>No such import, or one that somebody else started: the two are never told apart.</summary>
    public static readonly Problem NoSuchImport = new("library-no-such-import", 404, "その取込みはありません。文書の一覧から登録し直してください。");

    /// <summary>The disk is full: what was sent could not be kept.</summary>
    public static readonly Problem UploadDiskFull = new(
        "library-upload-disk-full", 503, "サーバの空き容量が足りず、ファイルを受け取れませんでした。今回のファイルは1件も登録していません。これまでの文書は失われていません。サーバの管理者に空き容量を増やすよう伝え、それから登録し直してください。");

    /// <summary>A file was announced and did not come.</summary>
    public static readonly Problem NotSent = new("library-not-sent", 400, "ファイルが最後まで届いていないため、取り込みませんでした。このファイルだけを登録し直してください。");

    /// <summary>An upload that is not there, is somebody else's, or was thrown away.</summary>
    public static readonly Problem NoSuchUpload = new("library-no-such-upload", 404, "その送信はありません。7日より古いものは消えます。「文書を登録」の画面で、ファイルを選び直してください。");

    /// <summary>What was announced cannot be an upload.</summary>
    public static readonly Problem UploadPlan = new("library-upload-plan", 400, "登録するファイルの一覧を読み取れません。1回に5,000件までにして、選び直してください。");

    /// <summary>More files than one post of a form may bring.</summary>
    public static readonly Problem TooManyFiles = new("library-too-many-files", 413, "この画面から1回に送れるのは1,000件までです。今回のファイルは1件も登録していません。フォルダを分けて送るか、サーバでyakuba importを使用してください。");

    /// <summary>A file that was to be made cannot be written.</summary>
    public static readonly Problem CannotWrite = new("library-cannot-write", 403, "ファイルに書き込めません。フォルダがあるか、書込み権限と空き容量があるかを確認してください。");

    /// <summary>Two files of one upload have the same place.</summary>
    public static readonly Problem SamePath = new("library-same-path", 400, "同じ名前のファイルが2つあります。ファイルを1つずつではなく、フォルダごと選んでください。");

    /// <summary>A piece does not follow what is there of the file.</summary>
    public static readonly Problem PieceOutOfPlace = new("library-piece-out-of-place", 409, "ファイルの続きの位置が合いません。届いた大きさ（received）から送り直してください。");

    /// <summary>A piece makes its file longer than was announced.</summary>
    public static readonly Problem PieceTooLong = new("library-piece-too-long", 400, "ファイルの大きさが、はじめの知らせと違います。送信中に書き換えられたファイルは、閉じてから登録し直してください。");

    /// <summary>The import cannot begin: files are still to come.</summary>
    public static readonly Problem UploadIncomplete = new("library-upload-incomplete", 409, "まだ届いていないファイルがあります。続きを送るか、届いたものだけを登録してください。");

    /// <summary>An import that has ended cannot be held, let go on or taken back.</summary>
    public static readonly Problem ImportOver = new("library-import-over", 409, "この取込みは、すでに終わっています。画面を開き直して、状態を確認してください。");

    /// <summary>Somebody else's import.</summary>
    public static readonly Problem NotYourImport = new("library-not-your-import", 403, "ほかの人が始めた取込みは変更できません。始めた人か管理者に依頼してください。");

    /// <summary>A form arrived in pieces that do not fit.</summary>
    public static readonly Problem UploadForm = new("library-upload-form", 400, "送られた内容を読み取れません。画面を開き直し、ファイルを選び直して登録してください。");

    /// <summary>A file on disk could not be opened.</summary>
    public static readonly Problem CannotOpen = new("library-cannot-open", 403, "ファイルを開けません。読取り権限と、ほかのプログラムが使用していないかを確認してください。");

    /// <summary>No such held version, or one of a section that this person does not keep.</summary>
    public static readonly Problem HeldGone = new("library-held-gone", 404, "保留中の文書が見つかりません。ほかの人がすでに決めたかもしれません。一覧を開き直してください。");

    /// <summary>No decision was chosen.</summary>
    public static readonly Problem HeldDecision = new("library-held-decision", 400, "どうするかを選んでください。");

    /// <summary>The title has a My Number, which may not come into the search.</summary>
    public static readonly Problem TitlePersonal = new("library-title-personal", 400, "題名に個人情報が書かれています。題名は検索に入るため、消して付け直してください。");

    /// <summary>The reason itself has a My Number.</summary>
    public static readonly Problem HeldReason = new("library-held-reason", 400, "理由に個人番号が書かれています。理由は記録に残るため、番号を消して書き直してください。");

    /// <summary>Only who confirms the section's documents lets a held one into the search.</summary>
    public static readonly Problem HeldNotYours = new("library-held-not-yours", 403, "保留した文書を検索に入れられるのは、所管課の所属長です。所属長に確認を依頼してください。");

    /// <summary>The municipality has registered no business that may search My Numbers.</summary>
    public static readonly Problem HeldNotRegistered = new(
        "library-held-not-registered", 409, "個人番号を検索に使う事務が登録されていません。管理者が設定「文書の検索に個人番号を使う事務」に登録するか、取り除いてください。");
}
