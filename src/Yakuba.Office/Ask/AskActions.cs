namespace Yakuba.Office.Ask;

/// <summary>What asking writes into the record.</summary>
public static class AskActions
{
    /// <summary>Someone asked; written before anything is composed.</summary>
    public const string Intent = "answer-intent";

    /// <summary>How it ended; written before the last byte leaves.</summary>
    public const string Result = "answer-result";

    /// <summary>A process died between intent and result.</summary>
    public const string Interrupted = "answer-interrupted";

    /// <summary>Someone said how good an answer was.</summary>
    public const string Feedback = "answer-feedback";

    /// <summary>A section's handover left the system.</summary>
    public const string HandoverExported = "handover-exported";

    /// <summary>The words of deleted documents were taken out of answers, index and store.</summary>
    public const string DeletedForgotten = "deleted-forgotten";

    /// <summary>What they are called for people.</summary>
    internal static readonly (string Action, string Words)[] Names = [(Intent, "質問"), (Result, "回答"), (Interrupted, "回答の中断"), (Feedback, "回答の評価"), (HandoverExported, "引継ぎの書出し"), (DeletedForgotten, "削除した文書の消去")];
}
