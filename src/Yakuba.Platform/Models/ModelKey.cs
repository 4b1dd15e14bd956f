using System.Text;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Models;

/// <summary>The key that a model server may ask for: a file that only the program's user may read, not a setting that pages show.</summary>
/// <param name="directory">The data directory.</param>
public sealed class ModelKey(DataDirectory directory)
{
    private string Place => Path.Combine(directory.Keys, "model-key");

    /// <summary>True for what fits into an HTTP header.</summary>
    internal static bool IsSendable(string key) => key.Length <= 500 && key.All(c => c is > ' ' and < '\x7f');

    /// <summary>The key, or empty.</summary>
    internal string Read() => File.Exists(Place) ? File.ReadAllText(Place, Encoding.UTF8) : "";

    /// <summary>Keeps the key; an empty one removes the file.</summary>
    internal void Write(string key)
    {
        File.Delete(Place);
        if (key.Length == 0)
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // never readable by others, not even before the first byte
        }

        using (var file = new FileStream(Place, options))
        {
            file.Write(Encoding.UTF8.GetBytes(key));
            file.Flush(flushToDisk: true);
        }

        DurableFile.SyncDirectory(directory.Keys);
    }
}
