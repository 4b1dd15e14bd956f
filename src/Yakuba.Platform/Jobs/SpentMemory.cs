using System.Runtime.InteropServices;

namespace Yakuba.Platform.Jobs;

/// <summary>Gives back to the machine what jobs have used, once none has run for a while. Left alone, the runtime would keep that room for hours.</summary>
internal sealed partial class SpentMemory(TimeProvider time)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10); // jobs one after another never wait for it

    private long _workedAt;

    /// <summary>A job has ended.</summary>
    internal void Worked() => Volatile.Write(ref _workedAt, time.GetUtcNow().Ticks);

    /// <summary>Called again and again while there is nothing to do; after a job it gives back once.</summary>
    /// <returns>True when it did.</returns>
    internal bool GiveBackOnceIdle()
    {
        var workedAt = Volatile.Read(ref _workedAt);
        if (workedAt == 0 || time.GetUtcNow().Ticks - workedAt < Idle.Ticks || Interlocked.CompareExchange(ref _workedAt, 0, workedAt) != workedAt)
        {
            return false;
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true); // a pause of a moment
        GC.WaitForPendingFinalizers(); // memory outside of the runtime hangs on them
        try
        {
            _ = Trim(0); // what the database and other libraries have freed
        }
        catch (EntryPointNotFoundException)
        {
            // A system whose C library is not glibc.
        }

        return true;
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int Trim(nuint keep);
}
