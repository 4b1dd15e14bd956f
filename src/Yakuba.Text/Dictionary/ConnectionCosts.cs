namespace Yakuba.Text;

/// <summary><c>matrix.bin</c>: what it costs that one context class follows another.</summary>
internal sealed unsafe class ConnectionCosts : IDisposable
{
    private readonly MappedFile _file;

    private ConnectionCosts(MappedFile file)
    {
        _file = file;
        if (file.Length < 4)
        {
            throw new LexiconException(file.Path, "shorter than its header");
        }

        Before = ((ushort*)file.Start)[0];
        After = ((ushort*)file.Start)[1];
        if (Before == 0 || After == 0 || file.Length != 4 + 2L * Before * After)
        {
            throw new LexiconException(file.Path, "the sizes in the header differ from the length of the file");
        }
    }

    /// <summary>Number of classes of the word before.</summary>
    internal int Before { get; }

    /// <summary>Number of classes of the word after.</summary>
    internal int After { get; }

    /// <summary>Costs before a word of class <paramref name="after"/>, by the class of the word before it.</summary>
    internal short* Row(int after) => (short*)(_file.Start + 4) + (long)after * Before;

    internal static ConnectionCosts Open(string directory)
    {
        var file = MappedFile.Open(directory, "matrix.bin");
        try
        {
            return new ConnectionCosts(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => _file.Dispose();
}
