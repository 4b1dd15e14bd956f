using System.Diagnostics;

namespace Yakuba.Testing;

/// <summary>The real programs, as they lie beside a test.</summary>
public static class Programs
{
    /// <summary>The product.</summary>
    public static string Yakuba { get; } = Path.Combine(AppContext.BaseDirectory, "yakuba");

    /// <summary>Starts a program with its output to be read.</summary>
    public static Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // starts faster, and truncates no memory file of its own
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // makes and removes no pipe of its own
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }
}
