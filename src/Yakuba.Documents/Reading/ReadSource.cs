namespace Yakuba.Documents;

/// <summary>One file on its way through a reader: the bytes, the bounds, the notes.</summary>
internal sealed class ReadSource(string fileName, byte[] content, ReadLimits limits, CancellationToken cancel)
{
    internal string FileName { get; } = fileName;

    internal byte[] Content { get; } = content;

    internal ReadLimits Limits { get; } = limits;

    internal CancellationToken Cancel { get; } = cancel;

    internal ReadingNotes Notes { get; } = new();

    /// <summary>File name without folders and extension: the title of last resort.</summary>
    internal string FallbackTitle
    {
        get
        {
            var name = Path.GetFileNameWithoutExtension(FileName.Replace('\\', '/')).Trim();
            return name.Length > 0 ? name : FileName;
        }
    }

    /// <summary>Extension in lower case with its dot, or empty.</summary>
    internal string Extension => Path.GetExtension(FileName).ToLowerInvariant();
}
