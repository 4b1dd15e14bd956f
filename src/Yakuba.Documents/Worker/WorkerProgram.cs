using System.Diagnostics;
using System.Globalization;

namespace Yakuba.Documents;

/// <summary>What is started as a worker.</summary>
/// <param name="Path">Full path of the program.</param>
/// <param name="Arguments">What comes before the worker's own arguments.</param>
public sealed record WorkerProgram(string Path, IReadOnlyList<string> Arguments)
{
    /// <summary>Managed memory ends before the whole does, so that it ends in a refusal of our own where possible.</summary>
    private const double ManagedShare = 0.75;

    /// <summary>This program itself: <c>yakuba</c> beside the running assemblies.</summary>
    public static WorkerProgram Installed { get; } = Find();

    /// <summary>How to start it: nothing of the server's environment goes along, and its only open files are three pipes.</summary>
    internal ProcessStartInfo Start(string folder, long memoryBytes, long mostFileBytes)
    {
        var start = new ProcessStartInfo(Path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        foreach (var argument in (string[])[.. Arguments, DocumentWorker.Switch, Text(Environment.ProcessId), folder, Text(mostFileBytes)])
        {
            start.ArgumentList.Add(argument);
        }

        var root = Environment.GetEnvironmentVariable("DOTNET_ROOT");
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["HOME"] = start.Environment["TMPDIR"] = folder;
        start.Environment["DOTNET_GCHeapHardLimit"] = ((long)(memoryBytes * ManagedShare)).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0"; // counting pays off in hours, not in minutes
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // no door into the process
        if (root is not null)
        {
            start.Environment["DOTNET_ROOT"] = root;
        }

        return start;
    }

    private static WorkerProgram Find()
    {
        var library = System.IO.Path.Combine(AppContext.BaseDirectory, "yakuba.dll");
        return Environment.ProcessPath is { } running && System.IO.Path.GetFileNameWithoutExtension(running) == "dotnet" && File.Exists(library)
            ? new WorkerProgram(running, [library])
            : new WorkerProgram(System.IO.Path.Combine(AppContext.BaseDirectory, "yakuba"), []);
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
