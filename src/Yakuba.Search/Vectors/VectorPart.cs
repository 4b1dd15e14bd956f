namespace Yakuba.Search.Vectors;

/// <summary>A file of a snapshot, without the groups that a newer file has again.</summary>
/// <param name="File">The file.</param>
/// <param name="Hidden">Groups to pass over, ascending.</param>
internal sealed record VectorPart(VectorFile File, uint[] Hidden)
{
    internal bool Hides(uint group) => Hidden.Length > 0 && Array.BinarySearch(Hidden, group) >= 0;
}
