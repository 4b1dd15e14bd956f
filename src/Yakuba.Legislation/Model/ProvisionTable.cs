using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>A table: rows of cells, top down and left to right.</summary>
/// <param name="Rows">At least one row of at least one cell. A merged cell is written where it begins; the cells that it covers are empty.</param>
/// <remarks>A cell is one line of text: no tab, no line break. Lines within a cell of the source are divided by an ideographic space.</remarks>
public sealed record ProvisionTable(ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>Same cells.</summary>
    public bool Equals(ProvisionTable? other) =>
        other is not null && Rows.Length == other.Rows.Length && Rows.Zip(other.Rows).All(p => p.First.AsSpan().SequenceEqual(p.Second.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode() => Rows.Aggregate(Rows.Length, (hash, row) => HashCode.Combine(hash, row.Length, row.IsEmpty ? "" : row[0]));
}
