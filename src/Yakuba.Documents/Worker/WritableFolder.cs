using System.Runtime.InteropServices;

namespace Yakuba.Documents;

/// <summary>Leaves this thread, and every thread and program that it starts, one folder to write in. Reading stays free.</summary>
/// <remarks>Landlock, Linux 5.13. Its system calls have the same numbers everywhere.</remarks>
internal static class WritableFolder
{
    private const nint Create = 444, AddRule = 445, Restrict = 446;
    private const nint AskVersion = 1, PathBeneath = 1;
    private const int PathOnly = 0x200000, CloseOnExec = 0x80000;
    private const ulong WriteFile = 1 << 1, Remove = 3 << 4, Make = 0x7F << 6, Truncate = 1 << 14;

    /// <returns>False when this system cannot.</returns>
    internal static unsafe bool Only(string folder)
    {
        var version = Libc.Call(Create, 0, 0, AskVersion, 0);
        if (version < 1)
        {
            return false;
        }

        var writing = WriteFile | Remove | Make | (version >= 3 ? Truncate : 0);
        var rules = (int)Libc.Call(Create, (nint)(&writing), sizeof(ulong), 0, 0);
        var isDone = rules >= 0
            && Add(rules, folder, writing)
            && Add(rules, "/dev/null", WriteFile)
            && Libc.Call(Restrict, rules, 0, 0, 0) == 0;
        _ = rules >= 0 ? Libc.Close(rules) : 0;
        return isDone;
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
