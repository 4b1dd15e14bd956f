using System.CommandLine;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Towns;

/// <summary>A command on an installation. While a server owns it, the server runs the command for its caller.</summary>
/// <param name="name">The word typed.</param>
/// <param name="description">What it does, in Japanese.</param>
internal sealed class InstallationCommand(string name, string description) : DatalessCommand(name, description)
{
    /// <summary><c>--installation DIR</c>.</summary>
    internal static Option<string> Folder { get; } = new("--installation")
    {
        Description = "複数の団体を置くフォルダ（既定: ./installation）",
        HelpName = "DIR",
        DefaultValueFactory = _ => "./installation",
    };
}
