namespace Yakuba.Papers;

/// <summary>What a comparison with an older version says of a piece.</summary>
public enum PaperChange
{
    /// <summary>It stands in both, or nothing was compared.</summary>
    None,

    /// <summary>Only the newer version has it.</summary>
    Inserted,

    /// <summary>Only the older version has it.</summary>
    Deleted,
}
