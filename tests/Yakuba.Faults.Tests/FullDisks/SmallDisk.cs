using System.Diagnostics;

namespace Yakuba.Faults.Tests.FullDisks;

/// <summary>A disk in memory that is soon full.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _path;

    private SmallDisk(string path) => _path = path;

    private string Ballast => Path.Combine(_path, ".ballast");

    /// <summary>Mounts one over a folder; what the folder holds is on it afterwards.</summary>
    internal static SmallDisk Over(string path, int kilobytes)
    {
        Directory.CreateDirectory(path);
        var aside = path + ".aside";
        Towns.FolderCopy.Make(path, aside);
        if (!Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k,mode=700", "tmpfs", path))
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null, "No right to mount a small disk.");
            Assert.Fail("CI must be able to mount a small disk.");
        }

        Towns.FolderCopy.Make(aside, path);
        Directory.Delete(aside, recursive: true);
        return new SmallDisk(path);
    }

    /// <summary>Takes all the room that is left.</summary>
    internal void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                ballast.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives it back.</summary>
    internal void Free() => File.Delete(Ballast);

    public void Dispose() => Run("umount", "-l", _path);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
