namespace Yakuba.Office.Draft;

/// <summary>What drafting writes into the record.</summary>
public static class DraftActions
{
    /// <summary>A draft was begun from a template.</summary>
    public const string Created = "draft-created";

    /// <summary>A new version of its text was saved. Where it was approved, it needs approval anew.</summary>
    public const string Revised = "draft-revised";

    /// <summary>It was given up.</summary>
    public const string Dropped = "draft-dropped";

    /// <summary>What the record's pages call them.</summary>
    internal static readonly (string Action, string Words)[] Names =
    [
        (Created, "起案"), (Revised, "起案文の変更"), (Dropped, "起案の取下げ"),
    ];
}
