namespace Yakuba.Documents;

/// <summary>A folder of its own for the bytes that a child program must read from disk; gone when disposed.</summary>
internal sealed class ScratchFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("yakuba-read-");

    internal ScratchFile(byte[] content)
    {
        Name = Path.Combine(_folder.FullName, "input");
        File.WriteAllBytes(Name, content);
    }

    internal string Name { get; }

    /// <summary>A path in the same folder.</summary>
    internal string Beside(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
