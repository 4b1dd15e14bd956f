using System.Globalization;

namespace Yakuba.Documents;

/// <summary>The one folder in which a worker may write; gone when the worker is.</summary>
internal sealed class WorkerFolder : IDisposable
{
    private const string Beginning = "yakuba-worker-";

    internal WorkerFolder() => Path = Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{Beginning}{Environment.ProcessId}-")).FullName;

    internal string Path { get; }

    /// <summary>Removes folders whose server was killed.</summary>
    internal static void Sweep()
    {
        foreach (var folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Beginning + "*"))
        {
            var server = System.IO.Path.GetFileName(folder)[Beginning.Length..].Split('-')[0];
            if (!Directory.Exists("/proc/" + server))
            {
                Remove(folder);
            }
        }
    }

    public void Dispose() => Remove(Path);

    private static void Remove(string folder)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(10); // a child that is just ending may still have made a file
            }
        }
    }
}
