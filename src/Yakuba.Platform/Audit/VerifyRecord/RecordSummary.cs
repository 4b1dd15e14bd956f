using Yakuba.Platform.Web.Frame;

namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>State of the record as a whole.</summary>
/// <param name="State">What the last check said.</param>
/// <param name="Size">How many entries it holds.</param>
/// <param name="Origin">Name of the log, as its checkpoints carry it.</param>
/// <param name="Root">Root hash of the last checkpoint in base64.</param>
/// <param name="CheckpointAt">When the last checkpoint was signed; null when there is none.</param>
/// <param name="CheckedAt">When the record was last checked; null for never.</param>
/// <param name="Findings">What the last check found, one a line; empty when all is well.</param>
/// <param name="Todo">Removals that wait for a decision, and one more when texts are due for disposal.</param>
public sealed record RecordSummary(
    RecordState State, long Size, string Origin, string Root, DateTimeOffset? CheckpointAt, DateTimeOffset? CheckedAt, IReadOnlyList<string> Findings, long Todo);
