namespace Yakuba.Ledger;

/// <summary>What kind of damage a finding is.</summary>
public enum ExportFault
{
    /// <summary>The checkpoint is missing, malformed, not signed by the key, or of another log.</summary>
    Checkpoint,

    /// <summary>A file that the checkpoint demands is missing.</summary>
    Missing,

    /// <summary>An entry is not the one that was logged, or a bundle is cut off or has too many entries.</summary>
    Entry,

    /// <summary>A tile does not hold the hashes of the tree.</summary>
    Tile,

    /// <summary>All files agree with each other, but not with the signed root.</summary>
    Root,

    /// <summary>The log does not extend the earlier checkpoint that it was compared with.</summary>
    Earlier,
}

/// <summary>One thing that is wrong with an export.</summary>
/// <param name="Fault">Kind of damage.</param>
/// <param name="File">The file, relative to the export.</param>
/// <param name="FirstIndex">First entry that is concerned, counted from 0; null when no single entry can be named.</param>
/// <param name="Entries">How many entries from there the damage may lie in; 1 when the index is exact, 0 without an index.</param>
/// <param name="Message">Japanese, for the report.</param>
public sealed record ExportFinding(ExportFault Fault, string File, long? FirstIndex, long Entries, string Message);

/// <summary>The outcome of checking an export.</summary>
/// <param name="Checkpoint">The checkpoint when its signature holds, otherwise null.</param>
/// <param name="EntriesRead">Entries that were re-hashed.</param>
/// <param name="Findings">Everything wrong, in the order found; empty when the export is whole. At most 100 are kept.</param>
/// <param name="Remarks">Files that do not belong to the log; Japanese. They prove nothing and harm nothing.</param>
public sealed record ExportReport(
    Checkpoint? Checkpoint, long EntriesRead, IReadOnlyList<ExportFinding> Findings, IReadOnlyList<string> Remarks)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsWhole => Findings.Count == 0;

    /// <summary>The first entry that is concerned by any damage, counted from 0; null when none can be named.</summary>
    public long? FirstBadIndex => Findings.Min(finding => finding.FirstIndex);
}
