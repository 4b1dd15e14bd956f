namespace Yakuba.Office.Library.Importing;

/// <summary>A version whose life is known already, from an export of this or another store: it is taken in as it stood, not as a new one. Times and days as the store keeps them; empty for none.</summary>
/// <param name="DocumentId">Id of its document.</param>
/// <param name="CreatedAt">When the document was made.</param>
/// <param name="Ordinal">Its number within the document.</param>
/// <param name="Kind">Name of its format.</param>
/// <param name="Sha256">Hash that the file must have.</param>
/// <param name="ImportedAt">When it was first taken in.</param>
/// <param name="ImportedBy">By whom.</param>
/// <param name="ChangedAt">When it was last changed.</param>
public sealed record KeptVersion(string DocumentId, string CreatedAt, long Ordinal, string Kind, string Sha256, string ImportedAt, string ImportedBy, string ChangedAt)
{
    /// <summary>First day as stated.</summary>
    public string ValidFrom { get; init; } = "";

    /// <summary>Last day as stated.</summary>
    public string ValidTo { get; init; } = "";

    /// <summary>When it is to be looked at again.</summary>
    public string ReviewOn { get; init; } = "";

    /// <summary>When it was confirmed.</summary>
    public string ConfirmedAt { get; init; } = "";

    /// <summary>By whom.</summary>
    public string ConfirmedBy { get; init; } = "";

    /// <summary>When it was last looked at again and found to hold.</summary>
    public string ReviewedAt { get; init; } = "";

    /// <summary>By whom.</summary>
    public string ReviewedBy { get; init; } = "";

    /// <summary>When it was published.</summary>
    public string PublishedAt { get; init; } = "";

    /// <summary>By whom.</summary>
    public string PublishedBy { get; init; } = "";

    /// <summary>First day on which answers leave it out.</summary>
    public string RetiredFrom { get; init; } = "";

    /// <summary>When that was decided.</summary>
    public string RetiredAt { get; init; } = "";

    /// <summary>By whom.</summary>
    public string RetiredBy { get; init; } = "";

    /// <summary>Why.</summary>
    public string RetiredReason { get; init; } = "";

    /// <summary>Each time that it was looked at again, oldest first.</summary>
    public IReadOnlyList<KeptReview> Reviews { get; init; } = [];
}
