namespace Yakuba.Office.Evaluate;

/// <summary>What learning writes into the record.</summary>
public static class EvaluateActions
{
    /// <summary>Search learned from judged questions.</summary>
    public const string Learned = "search-learned";

    /// <summary>A learning was taken back.</summary>
    public const string Undone = "search-learning-undone";

    /// <summary>What they are called for people.</summary>
    internal static readonly (string Action, string Words)[] Names = [(Learned, "検索の学習"), (Undone, "検索の学習の取消し")];
}
