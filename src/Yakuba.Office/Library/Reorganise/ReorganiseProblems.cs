using Yakuba.Platform;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>What can stand in the way of a reorganisation.</summary>
public static class ReorganiseProblems
{
    /// <summary>No such kind.</summary>
    public static readonly Problem UnknownKind = new("reorganise-unknown-kind", 400, "機構改革の種類は rename（改称）、merge（統合）、split（分割）、close（廃止）のいずれかにしてください。");

    /// <summary>No section was named.</summary>
    public static readonly Problem SectionNeeded = new("reorganise-section-needed", 400, "対象の課を選んでください。統合では、まとめる課を1つ以上選びます。");

    /// <summary>No section was named that takes over.</summary>
    public static readonly Problem IntoNeeded = new("reorganise-into-needed", 400, "引き継ぐ課を選んでください。新しい課にするときは、新しいコードと名前を入力してください。");

    /// <summary>A section would take over from itself.</summary>
    public static readonly Problem IntoItself = new("reorganise-into-itself", 400, "引き継ぐ課が、対象の課と同じです。別の課を選んでください。");

    /// <summary>Another section has the name.</summary>
    public static readonly Problem NameTaken = new("reorganise-name-taken", 409, "その名前の課がすでにあります。別の名前にするか、その課への統合にしてください。");

    /// <summary>The code of a new section is that of one that is there.</summary>
    public static readonly Problem IntoExists = new("reorganise-into-exists", 409, "そのコードの課がすでにあります。その課に引き継ぐときは新しい名前を空欄にし、新しい課にするときは別のコードにしてください。");

    /// <summary>The name is the one that the section has.</summary>
    public static readonly Problem SameName = new("reorganise-same-name", 400, "今と同じ名前です。新しい名前を入力してください。");

    /// <summary>The section that is to take over does not stand on that day.</summary>
    public static readonly Problem IntoClosed = new("reorganise-into-closed", 409, "引き継ぐ課は、その日には設置されていません。設置されている課を選ぶか、施行日を確認してください。");

    /// <summary>The section was closed already, and nothing is left of it.</summary>
    public static readonly Problem AlreadyClosed = new("reorganise-already-closed", 409, "その課はすでに廃止されていて、残っている文書も職員もありません。課の一覧を確認してください。");

    /// <summary>Closing it would leave no section.</summary>
    public static readonly Problem LastSection = new("reorganise-last-section", 409, "課が1つもなくなるため、廃止できません。先に別の課を追加してください。");

    /// <summary>Documents or people are left, and nobody takes over.</summary>
    public static readonly Problem SuccessorNeeded = new("reorganise-successor-needed", 409, "廃止する課に文書または職員が残っています。引き継ぐ課を選んでください。");

    /// <summary>A split takes nothing along.</summary>
    public static readonly Problem NothingChosen = new("reorganise-nothing-chosen", 400, "移す文書か職員を、1つ以上選んでください。");

    /// <summary>A chosen document or person does not belong to the section.</summary>
    public static readonly Problem NotOfSection = new("reorganise-not-of-section", 409, "選んだ文書または職員が、今は対象の課にありません。開き直して選び直してください。");

    /// <summary>Files are being taken in for the section.</summary>
    public static readonly Problem ImportRunning = new("reorganise-import-running", 409, "対象の課に文書を取り込んでいる途中です。取込みが終わってから、もう一度行ってください。");

    /// <summary>Another reorganisation of the section waits for its day.</summary>
    public static readonly Problem AlreadyPlanned = new("reorganise-already-planned", 409, "対象の課には、施行日を待っている機構改革があります。先に取りやめるか、施行日のあとに行ってください。");

    /// <summary>What would move is no longer what was shown.</summary>
    public static readonly Problem PlanChanged = new("reorganise-plan-changed", 409, "計画を表示したあとに、文書や職員が変わりました。まだ何も変更していません。新しい計画を確認して、もう一度実行してください。");

    /// <summary>No such reorganisation.</summary>
    public static readonly Problem Unknown = new("reorganise-unknown", 404, "その番号の機構改革はありません。一覧を開き直して選んでください。");

    /// <summary>It was taken back already, or never done.</summary>
    public static readonly Problem NotDone = new("reorganise-not-done", 409, "この機構改革は、取消しまたは取りやめが済んでいます。一覧を開き直してください。");

    /// <summary>Something else depends on it now.</summary>
    public static readonly Problem DependedOn = new("reorganise-depended-on", 409, "そのあとに課・職員・文書が変更されたため、元に戻せません。必要なところを、改めて機構改革や文書の変更で直してください。");
}
