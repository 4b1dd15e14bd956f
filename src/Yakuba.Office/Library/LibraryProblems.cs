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

    /// <summary>A file on disk could not be opened.</summary>
    public static readonly Problem CannotOpen = new("library-cannot-open", 403, "ファイルを開けません。読取り権限と、ほかのプログラムが使用していないかを確認してください。");
}
