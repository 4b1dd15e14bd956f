using System.Text;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.Directories;

/// <summary>The password of the account that searches the directory: a file that only the program's user may read, not a setting that pages show.</summary>
internal sealed class ReadingPassword(DataDirectory directory)
{
    private string Place => Path.Combine(directory.Keys, "directory-password");

    internal string Read() => File.Exists(Place) ? File.ReadAllText(Place, Encoding.UTF8) : "";

    internal void Write(string password)
    {
        DurableFile.Write(Place, Encoding.UTF8.GetBytes(password));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Place, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
