using System.Text;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Models;

/// <summary>The key that a model server may ask for: a file that only the program's user may read, not a setting that pages show.</summary>
/// <param name="directory">The data directory.</param>
public sealed class ModelKey(DataDirectory directory)
{
    private const string LanguageModel = "model-key";

    /// <summary>True for what fits into an HTTP header.</summary>
    internal static bool IsSendable(string key) => key.Length <= 500 && key.All(c => c is > ' ' and < '\x7f');

    /// <summary>The key, or empty.</summary>
    /// <param name="name">File of the server that asks for it; each server has its own.</param>
    internal string Read(string name = LanguageModel) => PlaceOf(name) is var place && File.Exists(place) ? File.ReadAllText(place, Encoding.UTF8) : "";

    /// <summary>Keeps the key; an empty one removes the file.</summary>
    internal void Write(string key, string name = LanguageModel)
    {
        var place = PlaceOf(name);
        File.Delete(place);
        if (key.Length == 0)
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // never readable by others, not even before the first byte
        }

        using (var file = new FileStream(place, options))
        {
            file.Write(Encoding.UTF8.GetBytes(key));
            file.Flush(flushToDisk: true);
        }

        DurableFile.SyncDirectory(directory.Keys);
    }

    private string PlaceOf(string name) => Path.Combine(directory.Keys, name);
}
