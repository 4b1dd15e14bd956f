using System.Globalization;

namespace Yakuba.Office.Tests.Library.Workers;

/// <summary>Workers as the system lists them.</summary>
internal static class WorkerProcesses
{
    /// <summary>Process ids of the workers of a server.</summary>
    internal static IReadOnlyList<int> Of(int server) => [.. All()
        .Where(id => Read(id, "cmdline").Split('\0') is var words && Array.IndexOf(words, "--document-worker") is var at && at > 0 && words[at + 1] == server.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Process ids in a worker's group: its own and its children's.</summary>
    internal static IReadOnlyList<int> Group(int worker) => [.. All().Where(id => Fields(id) is { Length: > 2 } f && f[2] == worker.ToString(CultureInfo.InvariantCulture) && f[0] != "Z")];

    /// <summary>Memory of a process that lies in RAM.</summary>
    internal static double ResidentMebibytes(int id) => Read(id, "statm").Split(' ') is { Length: > 1 } f ? long.Parse(f[1], CultureInfo.InvariantCulture) / 256.0 : 0;

    /// <summary>What a process has open.</summary>
    internal static IReadOnlyList<string> OpenFiles(int id)
    {
        try
        {
            return [.. Directory.GetFiles($"/proc/{id}/fd").Select(f => new FileInfo(f).LinkTarget ?? "")];
        }
        catch (IOException)
        {
            return []; // it has just ended
        }
    }

    internal static string Environment(int id) => Read(id, "environ");

    internal static void Kill(int id)
    {
        try
        {
            System.Diagnostics.Process.GetProcessById(id).Kill();
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }
    }

    /// <summary>Waits until something is so.</summary>
    internal static async Task UntilAsync(Func<bool> isSo, string what, int seconds = 60)
    {
        for (var i = 0; !isSo(); i++)
        {
            Assert.True(i < seconds * 50, what);
            await Task.Delay(20);
        }
    }

    private static IEnumerable<int> All() => Directory.EnumerateDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), out var id) ? id : 0).Where(id => id > 0);

    private static string[] Fields(int id)
    {
        var stat = Read(id, "stat");
        return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Read(int id, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{name}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
