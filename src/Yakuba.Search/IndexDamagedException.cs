namespace Yakuba.Search;

/// <summary>A file of the index is missing, cut short, altered, or not what the manifest names. Rebuild or restore the index.</summary>
public sealed class IndexDamagedException : IndexException
{
    internal IndexDamagedException(string file, string section, string what, Exception? inner = null)
        : base(file, section, what, inner)
    {
    }
}
