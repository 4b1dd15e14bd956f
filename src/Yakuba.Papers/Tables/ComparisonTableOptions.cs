namespace Yakuba.Papers;

/// <summary>How a 新旧対照表 is set.</summary>
public sealed record ComparisonTableOptions
{
    /// <summary>改正後 at the left, 改正前 at the right, on A4 lying.</summary>
    public static ComparisonTableOptions Standard { get; } = new();

    /// <summary>Whether the newer version stands at the left.</summary>
    public bool NewAtLeft { get; init; } = true;

    /// <summary>Head of the newer column.</summary>
    public string NewHead { get; init; } = "改正後";

    /// <summary>Head of the older column.</summary>
    public string OldHead { get; init; } = "改正前";

    /// <summary>The page.</summary>
    public PageSetup Page { get; init; } = PageSetup.Lying;

    /// <summary>The remark under the title; empty for none.</summary>
    public string Remark { get; init; } = "（下線の部分は、改正部分）";

    /// <summary>Who issues it; empty for none.</summary>
    public string Creator { get; init; } = "";
}
