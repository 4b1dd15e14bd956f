using System.Runtime.CompilerServices;
using Yakuba.Platform.Jobs;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Jobs;

/// <summary>Tests that measure the memory of the process run when no other does.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;

[Collection("Alone")]
public sealed class SpentMemoryTests
{
    private const long Spent = 200L << 20;

    [Fact]
    public void What_jobs_have_used_is_given_back_once_ten_seconds_after_the_last_and_not_before()
    {
        var clock = new TestClock();
        var memory = new SpentMemory(clock);
        Spend();
        var held = Committed();

        Assert.False(memory.GiveBackOnceIdle()); // no job yet
        memory.Worked();
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(memory.GiveBackOnceIdle());
        memory.Worked(); // another one
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(memory.GiveBackOnceIdle());
        Assert.True(Committed() > held - (Spent / 2), "it was given back before");
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(memory.GiveBackOnceIdle());
        Assert.False(memory.GiveBackOnceIdle());

        Assert.InRange(Committed(), 0, held - (Spent / 2));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Spend()
    {
        var used = Enumerable.Range(0, 50).Select(_ => GC.AllocateUninitializedArray<byte>((int)(Spent / 50))).ToArray();
        Array.ForEach(used, u => Array.Fill(u, (byte)1));
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced); // they live: from now on they are old
        GC.KeepAlive(used);
    }

    private static long Committed() => GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes;
}
