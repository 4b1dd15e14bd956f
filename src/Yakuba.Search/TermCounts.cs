namespace Yakuba.Search;

/// <summary>How many passages there are and how many hold a term, for one reader: nothing that the reader may not read is counted.</summary>
/// <param name="Snapshot">The state that is counted; held by the caller.</param>
/// <param name="Scope">What the reader may read.</param>
public readonly record struct TermCounts(IndexSnapshot Snapshot, PermittedGroups Scope)
{
    /// <summary>Passages that the reader may read.</summary>
    public long Passages => Snapshot.PassagesIn(Scope);

    /// <summary>Those of them that hold a term.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such field.</exception>
    public int Of(int field, string term) => Snapshot.DocumentFrequency(field, term, Scope);
}
