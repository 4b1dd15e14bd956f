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

    /// <summary>x86-64: socket, ptrace, setpgid, setsid, mount, keyctl, unshare, process_vm_writev, bpf, userfaultfd, io_uring_setup.</summary>
    private static readonly uint[] TakenX64 = [41, 101, 109, 112, 165, 250, 272, 311, 321, 323, 425];

    /// <summary>The same on arm64.</summary>
    private static readonly uint[] TakenArm64 = [198, 117, 154, 157, 40, 219, 97, 271, 280, 282, 425];

    /// <param name="threads">Whether all threads of the process or the calling one only; those started later by them in either case.</param>
    /// <returns>False when this system cannot filter.</returns>
    internal static unsafe bool Take(nint threads = AllThreads)
    {
        var (number, machine, taken) = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => (317, 0xC000003E, TakenX64),
            Architecture.Arm64 => (277, 0xC00000B7, TakenArm64),
            _ => (0, 0u, []),
        };
        if (number == 0)
        {
            return false;
        }

        var steps = Steps(machine, taken);
        fixed (ulong* first = steps)
        {
            var program = new Program { Length = (ushort)steps.Length, First = (nint)first };
            return Libc.Call(number, SetFilter, threads, (nint)(&program), 0) == 0;
        }
    }

    private static ulong[] Steps(uint machine, uint[] taken)
    {
        var refuse = taken.Length + 5; // place of the last step
        var steps = new List<ulong>
        {
            Step(Load, 4, 0, 0),
            Step(IfEqual, machine, 0, refuse - 2),
            Step(Load, 0, 0, 0),
            Step(IfAtLeast, OtherAbi, refuse - 4, 0),
        };
        steps.AddRange(taken.Select((call, i) => Step(IfEqual, call, refuse - (5 + i), 0)));
        steps.Add(Step(Return, Allow, 0, 0));
        steps.Add(Step(Return, Refuse, 0, 0));
        return [.. steps];
    }

    /// <summary>One instruction: its code, how many steps to skip when it holds and when not, its operand.</summary>
    private static ulong Step(uint code, uint operand, int ifTrue, int ifFalse) =>
        code | ((ulong)(byte)ifTrue << 16) | ((ulong)(byte)ifFalse << 24) | ((ulong)operand << 32);

    [StructLayout(LayoutKind.Sequential)]
    private struct Program
    {
        public ushort Length;
        public nint First;
    }
}
