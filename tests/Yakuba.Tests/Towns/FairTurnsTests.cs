using Yakuba.Towns;

namespace Yakuba.Tests.Towns;

/// <summary>Who works when.</summary>
public sealed class FairTurnsTests
{
    private static readonly CancellationToken Now = CancellationToken.None;

    [Fact]
    public async Task A_town_alone_has_the_machine_and_beside_others_a_few_turns()
    {
        var turns = new FairTurns(alone: 4, beside: 1, longestLine: 2, new HandClock());
        var noisy = new List<IDisposable?>();
        for (var i = 0; i < 4; i++)
        {
            noisy.Add(await turns.TakeAsync("noisy", Now));
        }

        Assert.DoesNotContain(null, noisy);
        var fifth = turns.TakeAsync("noisy", Now);
        Assert.False(fifth.IsCompleted);
        using var quiet = await turns.TakeAsync("quiet", Now); // at once, whatever stands in the other's line
        Assert.NotNull(quiet);
        noisy[0]!.Dispose();
        noisy[1]!.Dispose();
        Assert.False(fifth.IsCompleted); // two at work, one allowed now
        noisy[2]!.Dispose();
        noisy[3]!.Dispose();
        Assert.NotNull(await fifth.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_full_line_is_said_and_who_leaves_it_makes_room()
    {
        var turns = new FairTurns(alone: 1, beside: 1, longestLine: 1, new HandClock());
        using var first = await turns.TakeAsync("town", Now);
        using var left = new CancellationTokenSource();
        var second = turns.TakeAsync("town", left.Token);
        Assert.Null(await turns.TakeAsync("town", Now));
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        var third = turns.TakeAsync("town", Now);
        Assert.False(third.IsCompleted);
        first!.Dispose();
        first.Dispose(); // twice is once
        Assert.NotNull(await third.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_request_that_waits_for_a_model_gives_its_turn_up_after_a_second()
    {
        var clock = new HandClock();
        var turns = new FairTurns(alone: 1, beside: 1, longestLine: 8, clock);
        var slow = await turns.TakeAsync("town", Now);
        var second = turns.TakeAsync("town", Now);
        Assert.False(second.IsCompleted);
        clock.RingOldest();
        using var next = await second.WaitAsync(TimeSpan.FromSeconds(60));
        var third = turns.TakeAsync("town", Now);
        slow!.Dispose();
        Assert.False(third.IsCompleted); // what was given up is not given back again
        next!.Dispose();
        Assert.NotNull(await third.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    /// <summary>A clock whose alarms ring when a test says so.</summary>
    private sealed class HandClock : TimeProvider
    {
        private readonly List<Action> _alarms = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(FairTurns.LongestTurn, dueTime);
            _alarms.Add(() => callback(state));
            return new Alarm();
        }

        internal void RingOldest() => _alarms[0]();

        private sealed class Alarm : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
