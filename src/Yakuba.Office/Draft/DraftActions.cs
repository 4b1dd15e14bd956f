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

    /// <summary>The rules of documents were changed.</summary>
    public const string Regulated = "draft-regulated";

    /// <summary>It was sent round for approval. Facts <c>people</c>: whom it asks.</summary>
    public const string Submitted = "draft-submitted";

    /// <summary>A step of its way was approved, by the person or in their stead.</summary>
    public const string StepApproved = "draft-step-approved";

    /// <summary>It was sent back.</summary>
    public const string Returned = "draft-returned";

    /// <summary>It was taken back from its way.</summary>
    public const string PulledBack = "draft-pulled-back";

    /// <summary>It got its number and was sent.</summary>
    public const string Issued = "draft-issued";

    /// <summary>A passage was put in, word for word. Facts <c>document</c> and <c>place</c>: where it stands.</summary>
    public const string SourcePutIn = "draft-source-put-in";

    /// <summary>A template was changed or taken in.</summary>
    public const string TemplateChanged = "draft-template-changed";

    /// <summary>What the record's pages call them.</summary>
    internal static readonly (string Action, string Words)[] Names =
    [
        (Created, "起案"), (Revised, "起案文の変更"), (Dropped, "起案の取下げ"), (TemplateChanged, "ひな形の変更"), (SourcePutIn, "起案に出典を入れる"), (Regulated, "文書規程の変更"),
        (Submitted, "決裁に回す"), (StepApproved, "起案の承認"), (Returned, "差戻し"), (PulledBack, "引戻し"), (Issued, "施行"),
    ];
}
