using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
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

    /// <summary>The code that was typed; empty when the command means no single town.</summary>
    internal string TownOf(ParseResult parsed) => Arguments.OfType<Argument<string>>().FirstOrDefault(a => a.Name == "CODE") is { } code ? parsed.GetValue(code) ?? "" : "";

    /// <summary>Runs on the installation that this process serves, or on the one that the option names.</summary>
    internal InstallationCommand On(CommandContext context, Installation? live, Func<ParseResult, Installation, CancellationToken, Task<int>> act, bool make = false)
    {
        Options.Add(Folder);
        SetAction(async (parsed, cancel) =>
        {
            if (live is not null)
            {
                return await act(parsed, live, cancel);
            }

            if (!Installation.Open(context.FullPath(parsed.GetValue(Folder)!), new TownOpener(NullLoggerFactory.Instance), make).TryGet(out var installation, out var problem))
            {
                return context.Output.Fail(problem);
            }

            await using (installation)
            {
                return await act(parsed, installation, cancel);
            }
        });
        return this;
    }
}
