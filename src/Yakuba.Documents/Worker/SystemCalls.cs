using System.Runtime.InteropServices;

namespace Yakuba.Documents;

/// <summary>Takes calls of the system away from this process and everything it starts, for good: no connection of any kind, no way out of its process group.</summary>
/// <remarks>A seccomp filter. It needs no rights and works inside containers, where new network namespaces often do not.</remarks>
internal static class SystemCalls
{
    private const int SetFilter = 1;
    private const nint AllThreads = 1;
    private const uint Load = 0x20, IfEqual = 0x15, IfAtLeast = 0x35, Return = 0x06;
    private const uint Allow = 0x7fff0000, Refuse = 0x00050000 | 13; // EACCES
    private const uint OtherAbi = 0x40000000;

    private const uint LocalSocket = 1; // AF_UNIX

    private static readonly Calls X64 = new(317, 0xC000003E, 41, [109, 112], [101, 165, 250, 272, 311, 321, 323, 425]);
    private static readonly Calls Arm64 = new(277, 0xC00000B7, 198, [154, 157], [117, 40, 219, 97, 271, 280, 282, 425]);

    /// <param name="threads">Whether all threads of the process or the calling one only; those started later by them in either case.</param>
    /// <returns>False when this system cannot filter.</returns>
    internal static bool Take(nint threads = AllThreads) => Here() is { } calls && Set(calls, threads, Steps(calls.Machine, [calls.SocketCall, .. calls.Group, .. calls.Others], null));

    /// <summary>Takes the network from the calling thread and all that it starts: sockets of this machine, by which a browser's own processes talk, are left to it, and a process group of its own.</summary>
    /// <returns>False when this system cannot filter.</returns>
    internal static bool TakeNetwork() => Here() is { } calls && Set(calls, 0, Steps(calls.Machine, calls.Others, calls.SocketCall));

    private static Calls? Here() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => X64,
        Architecture.Arm64 => Arm64,
        _ => null,
    };

    private static unsafe bool Set(Calls calls, nint threads, ulong[] steps)
    {
        fixed (ulong* first = steps)
        {
            var program = new Program { Length = (ushort)steps.Length, First = (nint)first };
            return Libc.Call(calls.Filter, SetFilter, threads, (nint)(&program), 0) == 0;
        }
    }

    /// <param name="machine">How the system names the processor.</param>
    /// <param name="taken">Numbers of calls refused.</param>
    /// <param name="localOnly">The call refused unless its first argument says that it stays on this machine; null for none.</param>
    private static ulong[] Steps(uint machine, uint[] taken, uint? localOnly)
    {
        var refuse = taken.Length + (localOnly is null ? 5 : 8); // place of the last step
        var steps = new List<ulong>
        {
            Step(Load, 4, 0, 0),
            Step(IfEqual, machine, 0, refuse - 2),
            Step(Load, 0, 0, 0),
            Step(IfAtLeast, OtherAbi, refuse - 4, 0),
        };
        steps.AddRange(taken.Select((call, i) => Step(IfEqual, call, refuse - (5 + i), 0)));
        if (localOnly is { } socket)
        {
            steps.AddRange([Step(IfEqual, socket, 0, 2), Step(Load, 16, 0, 0), Step(IfEqual, LocalSocket, 0, 1)]);
        }

        steps.Add(Step(Return, Allow, 0, 0));
        steps.Add(Step(Return, Refuse, 0, 0));
        return [.. steps];
    }

    /// <summary>One instruction: its code, how many steps to skip when it holds and when not, its operand.</summary>
    private static ulong Step(uint code, uint operand, int ifTrue, int ifFalse) =>
        code | ((ulong)(byte)ifTrue << 16) | ((ulong)(byte)ifFalse << 24) | ((ulong)operand << 32);

    /// <summary>Numbers on one kind of processor.</summary>
    /// <param name="Filter">seccomp itself.</param>
    /// <param name="Machine">How the system names the processor.</param>
    /// <param name="SocketCall">socket.</param>
    /// <param name="Group">setpgid, setsid.</param>
    /// <param name="Others">ptrace, mount, keyctl, unshare, process_vm_writev, bpf, userfaultfd, io_uring_setup.</param>
    private sealed record Calls(int Filter, uint Machine, uint SocketCall, uint[] Group, uint[] Others);

    [StructLayout(LayoutKind.Sequential)]
    private struct Program
    {
        public ushort Length;
        public nint First;
    }
}
