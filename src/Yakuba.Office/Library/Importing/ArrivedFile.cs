namespace Yakuba.Office.Library.Importing;

/// <summary>A copy of a file beside the originals, not yet one of them: it is read from here, so that what is read is what is kept. Gone when disposed.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Sha256">Hash of its content.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ArrivedFile(string Path, string Sha256, long Bytes) : IDisposable
{
    /// <summary>Where its text may lie.</summary>
    public string Text => Path + ".text";

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);
}
