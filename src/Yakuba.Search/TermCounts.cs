using System.Collections.Concurrent;

namespace Yakuba.Search;

/// <summary>How many passages there are and how many hold a term, for one reader: nothing that the reader may not read is counted. Each is counted once.</summary>
public sealed class TermCounts
{
    private readonly IndexSnapshot _snapshot;
    private readonly ConcurrentDictionary<(int Field, string Term), int> _holding = new();

    /// <param name="snapshot">The state that is counted; held by the caller as long as terms are asked for.</param>
    /// <param name="scope">What the reader may read.</param>
    /// <exception cref="ObjectDisposedException">The snapshot is disposed.</exception>
    internal TermCounts(IndexSnapshot snapshot, PermittedGroups scope)
    {
        (_snapshot, Scope, Generation) = (snapshot, scope, snapshot.Generation);
        Passages = snapshot.PassagesIn(scope);
    }

    /// <summary>What the reader may read.</summary>
    public PermittedGroups Scope { get; }

    /// <summary>State of the index that is counted.</summary>
    public ulong Generation { get; }

    /// <summary>Passages that the reader may read.</summary>
    public long Passages { get; }

    /// <summary>Those of them that hold a term.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such field.</exception>
    public int Of(int field, string term) =>
        _holding.TryGetValue((field, term), out var known) ? known : _holding[(field, term)] = _snapshot.DocumentFrequency(field, term, Scope);
}
