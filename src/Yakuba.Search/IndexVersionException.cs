namespace Yakuba.Search;

/// <summary>A file of the index is sound but was written in a format version that this program does not read.</summary>
public sealed class IndexVersionException : IndexException
{
    internal IndexVersionException(string file, string section, uint found, uint supported)
        : base(file, section, $"format version {found} was found; this program reads version {supported}.")
    {
        Found = found;
        Supported = supported;
    }

    /// <summary>Format version in the file.</summary>
    public uint Found { get; }

    /// <summary>Format version that this program reads.</summary>
    public uint Supported { get; }
}
