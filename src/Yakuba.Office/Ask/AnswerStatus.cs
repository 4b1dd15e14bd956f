namespace Yakuba.Office.Ask;

/// <summary>The eight ways in which an answer can end. Each has its own words and its own sign on the page.</summary>
public enum AnswerStatus
{
    /// <summary>回答: everything asked is answered from documents in force.</summary>
    Answered,

    /// <summary>一部回答: something was removed because no document supports it, or a part of the question stays open.</summary>
    PartlyAnswered,

    /// <summary>該当なし: the documents that the asker may read do not answer this.</summary>
    NotInDocuments,

    /// <summary>施行前: a document answers, but is not yet in force on the day asked about.</summary>
    NotYetInForce,

    /// <summary>失効・廃止: a document answered this, but is no longer in force.</summary>
    NoLongerInForce,

    /// <summary>担当者へ: only a person can decide or help.</summary>
    NeedsPerson,

    /// <summary>受付不可: the question may not be processed, such as one that holds a My Number.</summary>
    Blocked,

    /// <summary>一時停止: the machine cannot answer at this moment.</summary>
    Unavailable,
}

/// <summary>The statuses' names for scripts and for people.</summary>
public static class AnswerStatuses
{
    private static readonly (AnswerStatus Status, string Key, string Name)[] Table =
    [
        (AnswerStatus.Answered, "answered", "回答"),
        (AnswerStatus.PartlyAnswered, "partly-answered", "一部回答"),
        (AnswerStatus.NotInDocuments, "not-in-documents", "該当なし"),
        (AnswerStatus.NotYetInForce, "not-yet-in-force", "施行前"),
        (AnswerStatus.NoLongerInForce, "no-longer-in-force", "失効・廃止"),
        (AnswerStatus.NeedsPerson, "needs-a-person", "担当者へ"),
        (AnswerStatus.Blocked, "blocked", "受付不可"),
        (AnswerStatus.Unavailable, "unavailable", "一時停止"),
    ];

    /// <summary>All statuses.</summary>
    public static IEnumerable<AnswerStatus> All => Table.Select(s => s.Status);

    /// <summary>The stable key: <c>not-in-documents</c>.</summary>
    public static string ToKey(this AnswerStatus status) => Table[(int)status].Key;

    /// <summary>The Japanese name: 該当なし.</summary>
    public static string ToName(this AnswerStatus status) => Table[(int)status].Name;

    /// <summary>Reads a key.</summary>
    /// <returns>Null when there is no such status.</returns>
    public static AnswerStatus? Parse(string key)
    {
        foreach (var (status, k, _) in Table)
        {
            if (k == key)
            {
                return status;
            }
        }

        return null;
    }
}
