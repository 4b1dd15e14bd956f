using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Yakuba.Platform.Audit;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Audit;

public sealed class CheckpointServiceTests
{
    [Fact]
    public async Task A_program_that_is_taken_down_without_a_stop_ends_its_signing_without_a_fault()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        var keeper = ActivatorUtilities.CreateInstance<RecordKeeper>(town.Services);
        var time = new BegunTime();
        var service = new CheckpointService(keeper, time, NullLogger<CheckpointService>.Instance);
        await service.StartAsync(default);
        await time.Begun.Task.WaitAsync(TimeSpan.FromSeconds(60));
        _ = (await keeper.SignAsync(default)).Value; // it has its key in hand
        keeper.Dispose();
        keeper.Dispose();

        service.Dispose();

        await service.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(60)); // throws what it ended with
        await Assert.ThrowsAsync<ObjectDisposedException>(() => keeper.SignAsync(default));
    }

    private sealed class BegunTime : TimeProvider
    {
        internal TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Begun.TrySetResult();
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan); // a tick between the two ends of the test would find the keeper gone and no stop asked for
        }
    }
}
