namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>What a verification found.</summary>
/// <param name="Entries">Entries read.</param>
/// <param name="Root">Root hash computed from them, in base64.</param>
/// <param name="FirstBad">Index of the first bad entry, as narrowly as what is stored can tell; null when no entry can be named.</param>
/// <param name="Findings">What is wrong, in Japanese; empty when all is well.</param>
public sealed record RecordVerdict(long Entries, string Root, long? FirstBad, IReadOnlyList<string> Findings)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsWhole => Findings.Count == 0;

    /// <summary>What is no damage but should be explained: places where the server's clock went back or ran ahead.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Index of the first entry that a remark is about; null when there is none.</summary>
    public long? FirstRemark { get; init; }
}
