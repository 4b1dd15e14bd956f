namespace Yakuba.Papers;

/// <summary>What a DOCX file says of itself beside the paper. Nothing of it comes from the clock or the machine, so that equal input gives equal bytes.</summary>
public sealed record DocxOptions
{
    /// <summary>Nothing said.</summary>
    public static DocxOptions Plain { get; } = new();

    /// <summary>When the document was made; null leaves it out.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Who made the changes that are marked, as Word shows it: an office or a role.</summary>
    public string ChangedBy { get; init; } = "変更";

    /// <summary>When the changes were made; null leaves it out.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
