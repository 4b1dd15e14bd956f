using System.Runtime.InteropServices;

namespace Yakuba.Documents;

/// <summary>The calls of the system that walls are built from. Each returns below 0 when it is refused.</summary>
internal static partial class Libc
{
    internal const int Kill = 9;

    [LibraryImport("libc", EntryPoint = "kill")]
    internal static partial int Signal(int process, int signal);

    [LibraryImport("libc", EntryPoint = "setpgid")]
    internal static partial int SetGroup(int process, int group);

    [LibraryImport("libc", EntryPoint = "getppid")]
    internal static partial int Parent();

    [LibraryImport("libc", EntryPoint = "nice")]
    internal static partial int Nice(int more);

    [LibraryImport("libc", EntryPoint = "prctl")]
    internal static partial int Control(int option, nuint a, nuint b, nuint c, nuint d);

    /// <summary>No program that is started from here gains rights; the system asks for this before it takes calls away.</summary>
    internal static bool GiveUpRights() => Control(38, 1, 0, 0, 0) == 0; // PR_SET_NO_NEW_PRIVS

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    internal static partial int SetLimit(int resource, in ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "syscall")]
    internal static partial nint Call(nint number, nint a, nint b, nint c, nint d);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    internal static partial int Close(int handle);

    /// <summary>What is used now and what it can be raised to again.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly struct ResourceLimit(ulong value)
    {
        public readonly ulong Soft = value;
        public readonly ulong Hard = value;
    }
}
