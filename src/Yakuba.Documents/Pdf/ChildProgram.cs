using System.Diagnostics;

namespace Yakuba.Documents;

/// <summary>Runs a program of the system under a memory bound, with what it prints bounded too; killed when the clock runs out.</summary>
internal static class ChildProgram
{
    private const int MemoryKilobytes = 1_048_576;

    /// <summary>Exit codes from here on mean a signal ended it: out of time or memory.</summary>
    internal const int Killed = 128;

    /// <summary>The largest output kept, in bytes.</summary>
    private const long MostOutput = 600_000_000;

    /// <param name="source">Whose clock stops it.</param>
    /// <param name="cpuSeconds">Processor time after which the system ends it.</param>
    /// <param name="program">Its name; looked up in the system's folders only.</param>
    /// <param name="arguments">Passed as they are, never through a shell.</param>
    /// <returns>Exit code, output and the first words of the error output; null when the program is not installed.</returns>
    internal static (int Code, MemoryStream Output, string Error)? Run(ReadSource source, int cpuSeconds, string program, params string[] arguments)
    {
        if (Find(program) is not { } path)
        {
            return null;
        }

        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        foreach (var argument in (string[])["-c", $"ulimit -v {MemoryKilobytes}; ulimit -t {cpuSeconds}; exec \"$@\"", "sh", .. DieWithParent, path, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start) ?? throw new InvalidOperationException(program);
        using var kill = source.Cancel.Register(() => Kill(child));
        child.StandardInput.Close();
        var error = child.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = Read(source, child);
        child.WaitForExit();
        source.Cancel.ThrowIfCancellationRequested();
        var words = error.GetAwaiter().GetResult();
        return (child.ExitCode, output, words.Length > 20_000 ? words[..20_000] : words);
    }

    /// <summary>Asks the system to end the child when the thread that waits for it here ends, however that ends.</summary>
    private static string[] DieWithParent => Find("setpriv") is { } setpriv ? [setpriv, "--pdeathsig", "KILL", "--"] : [];

    /// <summary>Whether a program is installed.</summary>
    internal static bool Has(string program) => Find(program) is not null;

    private static MemoryStream Read(ReadSource source, Process child)
    {
        var output = new MemoryStream();
        var buffer = new byte[81_920];
        int n;
        while ((n = child.StandardOutput.BaseStream.Read(buffer)) > 0)
        {
            output.Write(buffer, 0, n);
            if (output.Length > MostOutput)
            {
                Kill(child);
                throw new UnreadableException(Refusals.Bomb(source.FileName));
            }
        }

        output.Position = 0;
        return output;
    }

    /// <summary>Full path of a program of the system; null when it is not installed.</summary>
    internal static string? Find(string program) =>
        new[] { "/usr/bin", "/usr/local/bin", "/bin" }.Select(d => Path.Combine(d, program)).FirstOrDefault(File.Exists);

    private static void Kill(Process child)
    {
        try
        {
            child.Kill(); // the shell became the program, which starts no other; to look for others the worker may not
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the same moment.
        }
    }
}
