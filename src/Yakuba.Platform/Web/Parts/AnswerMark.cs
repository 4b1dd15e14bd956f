using Yakuba.Platform.Web.Language;

namespace Yakuba.Platform.Web.Parts;

/// <summary>The eight ways an answer can end, as the page shows them.</summary>
public enum AnswerMark
{
    /// <summary>Answered from the documents.</summary>
    Answered,

    /// <summary>Part of the question is answered.</summary>
    PartlyAnswered,

    /// <summary>The documents do not say.</summary>
    NotInDocuments,

    /// <summary>The rule is not in force yet on that day.</summary>
    NotYetInForce,

    /// <summary>The rule is no longer in force on that day.</summary>
    NoLongerInForce,

    /// <summary>Someone has to decide.</summary>
    NeedsPerson,

    /// <summary>Refused for safety.</summary>
    Blocked,

    /// <summary>Could not be answered now.</summary>
    Unavailable,
}

/// <summary>Word and picture of each status; no two share either.</summary>
public static class AnswerMarks
{
    /// <summary>The word for a status.</summary>
    public static string Word(this AnswerMark mark, Words words) => mark switch
    {
        AnswerMark.Answered => words["回答", "Answered"],
        AnswerMark.PartlyAnswered => words["一部のみ回答", "Partly answered"],
        AnswerMark.NotInDocuments => words["該当なし", "Not in the documents"],
        AnswerMark.NotYetInForce => words["施行前", "Not yet in force"],
        AnswerMark.NoLongerInForce => words["廃止・失効", "No longer in force"],
        AnswerMark.NeedsPerson => words["担当者の確認が必要", "Needs a person"],
        AnswerMark.Blocked => words["回答を控えました", "Blocked"],
        AnswerMark.Unavailable => words["現在回答できません", "Unavailable"],
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    };

    /// <summary>Stable name, used in style rules and in streamed events.</summary>
    public static string Key(this AnswerMark mark) => mark switch
    {
        AnswerMark.Answered => "answered",
        AnswerMark.PartlyAnswered => "partly",
        AnswerMark.NotInDocuments => "not-found",
        AnswerMark.NotYetInForce => "not-yet",
        AnswerMark.NoLongerInForce => "no-longer",
        AnswerMark.NeedsPerson => "person",
        AnswerMark.Blocked => "blocked",
        AnswerMark.Unavailable => "unavailable",
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    };
}
