namespace Yakuba.Search;

/// <summary>An index on disk cannot be used as it is. Each derived type says why; all name the file and the section.</summary>
public abstract class IndexException : Exception
{
    private protected IndexException(string file, string section, string message, Exception? inner = null)
        : base($"{Path.GetFileName(file)} [{section}]: {message}", inner)
    {
        File = file;
        Section = section;
    }

    /// <summary>Path of the file.</summary>
    public string File { get; }

    /// <summary>The part of the file, named as in docs/formats/segment.md.</summary>
    public string Section { get; }
}
