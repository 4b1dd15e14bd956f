using System.Runtime.InteropServices;

namespace Yakuba.Documents;

/// <summary>Leaves this thread, and every thread and program that it starts, one folder to read and write in; beside it, for reading, the program itself and what the system's programs, libraries and fonts need.</summary>
/// <remarks>Landlock, Linux 5.13. Its system calls have the same numbers everywhere. What is open already stays open: a file to read comes over the pipe.</remarks>
internal static class FileWall
{
    private const nint Create = 444, AddRule = 445, Restrict = 446;
    private const nint AskVersion = 1, PathBeneath = 1;
    private const int PathOnly = 0x200000, CloseOnExec = 0x80000;
    private const ulong Run = 1 << 0, WriteFile = 1 << 1, ReadFile = 1 << 2, ReadFolder = 1 << 3, Remove = 3 << 4, Make = 0x7F << 6, Truncate = 1 << 14;

    // No /etc/passwd, no home, no /var/lib, nothing of other processes in /proc. What a system does not have is left out.
    private static readonly string[] s_programs = ["/usr", "/lib", "/lib64", "/bin"];
    private static readonly string[] s_folders = ["/etc/fonts", "/var/cache/fontconfig", "/proc/self", "/sys/devices/system", "/sys/fs/cgroup", "/sys/kernel/mm"];
    private static readonly string[] s_files =
    [
        "/etc/ld.so.cache", "/etc/localtime", "/etc/ssl/openssl.cnf", "/proc/meminfo", "/proc/cpuinfo", "/proc/stat", "/dev/zero", "/dev/random", "/dev/urandom",
    ];

    /// <returns>False when this system cannot.</returns>
    internal static unsafe bool Raise(string folder)
    {
        var version = Libc.Call(Create, 0, 0, AskVersion, 0);
        if (version < 1)
        {
            return false;
        }

        var writing = WriteFile | Remove | Make | (version >= 3 ? Truncate : 0);
        var all = Run | ReadFile | ReadFolder | writing;
        var rules = (int)Libc.Call(Create, (nint)(&all), sizeof(ulong), 0, 0);
        if (rules < 0)
        {
            return false;
        }

        foreach (var path in (string[])[.. s_programs, .. Own()])
        {
            Add(rules, path, Run | ReadFile | ReadFolder);
        }

        Array.ForEach(s_folders, path => Add(rules, path, ReadFile | ReadFolder));
        Array.ForEach(s_files, path => Add(rules, path, ReadFile));
        var isDone = Add(rules, folder, ReadFile | ReadFolder | writing) // to write in and never to start anything from
            && Add(rules, "/dev/null", ReadFile | WriteFile)
            && Libc.Call(Restrict, rules, 0, 0, 0) == 0;
        _ = Libc.Close(rules);
        return isDone;
    }

    /// <summary>Where the program lies, and the runtime: it may be installed anywhere. A runtime in a folder of shared ones loads from beside itself too.</summary>
    private static IEnumerable<string> Own()
    {
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory());
        return [AppContext.BaseDirectory, runtime.Parent?.Parent is { Name: "shared", Parent: { } root } ? root.FullName : runtime.FullName];
    }

    private static unsafe bool Add(int rules, string path, ulong allowed)
    {
        var handle = Libc.Open(path, PathOnly | CloseOnExec);
        if (handle < 0)
        {
            return false;
        }

        var rule = new Rule { Allowed = allowed, Beneath = handle };
        var isAdded = Libc.Call(AddRule, rules, PathBeneath, (nint)(&rule), 0) == 0;
        _ = Libc.Close(handle);
        return isAdded;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Rule
    {
        public ulong Allowed;
        public int Beneath;
    }
}
