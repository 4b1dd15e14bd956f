namespace Yakuba.Search;

/// <summary>Another writer, of this or another process, holds the index directory.</summary>
public sealed class IndexLockedException : IndexException
{
    internal IndexLockedException(string file, Exception inner)
        : base(file, "lock", "another writer holds this index directory.", inner)
    {
    }
}
