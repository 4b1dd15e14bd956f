namespace Yakuba.Text;

/// <summary>A compiled dictionary cannot be used. Names the file and what is wrong with it.</summary>
public sealed class LexiconException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="file">Path of the file or directory at fault.</param>
    /// <param name="fault">What is wrong, in English.</param>
    /// <param name="inner">The failure beneath, if the system reported one.</param>
    public LexiconException(string file, string fault, Exception? inner = null)
        : base($"{file}: {fault}", inner)
    {
        File = file;
        Fault = fault;
    }

    /// <summary>Path of the file or directory at fault.</summary>
    public string File { get; }

    /// <summary>What is wrong with it.</summary>
    public string Fault { get; }
}
