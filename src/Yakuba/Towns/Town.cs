using Yakuba.Platform;

namespace Yakuba.Towns;

/// <summary>One served town: closed until somebody comes, open while anybody is there, then until its place is needed.</summary>
internal sealed class Town(string code, string folder, TownOpener opener, TimeProvider time, Node? node = null)
{
    private static readonly TimeSpan LongestMove = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly Visitors _inside = new(opener.Patience, time);
    private Task<Result<OpenTown>>? _opened;
    private Task? _closing;
    private TaskCompletionSource? _moving;
    private Problem? _shut;
    private long _openedAt;

    internal string Code { get; } = code;

    /// <summary>Where the town belongs, among several nodes.</summary>
    internal Homing Homing { get; } = new(time);

    /// <summary>How often it was opened since the program started.</summary>
    internal int Openings { get; private set; }

    /// <summary>When somebody was there last, as a time stamp of the clock; 0 for never.</summary>
    internal long LastUsed { get; private set; }

    internal bool IsOpen
    {
        get
        {
            lock (_gate)
            {
                return _opened is { IsCompletedSuccessfully: true, Result.IsSuccess: true };
            }
        }
    }

    /// <summary>Goes in, opening the town when it is closed. Who comes meanwhile waits for the same opening.</summary>
    /// <param name="request">The request that wants in; null for the program's own work.</param>
    /// <param name="from">The node that sent the request on; empty when it came here first.</param>
    /// <returns>The open town; whoever got it calls <see cref="Leave"/> once. Or why nobody gets in.</returns>
    internal async Task<Result<OpenTown>> EnterAsync(HttpContext? request = null, string from = "")
    {
        while (true)
        {
            Task<Result<OpenTown>> opened;
            Task? closing;
            lock (_gate)
            {
                if (_shut is not null)
                {
                    return _shut;
                }

                closing = _closing ?? _moving?.Task;
                if (closing is null && StillGood(_opened) is null && Homing.IsGoneTo(from) && !node!.IsAtCommand(folder)) // one that is open here again serves, and one that a command has is waited for: else two nodes would send it to each other
                {
                    return TownProblems.AtOtherNode.With(from);
                }

                if (closing is null)
                {
                    _inside.Come(request);
                }

                opened = closing is null ? _opened = StillGood(_opened) ?? OpenAsync() : null!;
            }

            if (closing is not null)
            {
                await closing;
                continue;
            }

            var result = await opened;
            if (!result.IsSuccess)
            {
                Leave(request);
            }

            return result;
        }
    }

    internal void Leave(HttpContext? request = null)
    {
        lock (_gate)
        {
            LastUsed = time.GetTimestamp();
            _inside.Go(request);
        }
    }

    /// <summary>Closes the town when nobody is there and no job waits or runs.</summary>
    /// <returns>True when it was closed.</returns>
    internal async Task<bool> CloseWhenIdleAsync()
    {
        OpenTown town;
        lock (_gate)
        {
            if (!_inside.IsNobody || _closing is not null || _opened is not { IsCompletedSuccessfully: true, Result: { IsSuccess: true } opened })
            {
                return false;
            }

            _inside.Come(); // until the jobs have been asked
            town = opened.Value;
        }

        var isAtWork = true;
        try
        {
            isAtWork = await town.IsAtWorkAsync();
        }
        catch (Exception)
        {
            // The edge of a town. A store that cannot be asked stays open: what is wrong shows where somebody works with it.
        }

        Task closing;
        lock (_gate)
        {
            _inside.Go(); // somebody may shut it meanwhile
            if (isAtWork || !_inside.IsNobody || _closing is not null) // it may have ended by itself meanwhile
            {
                return false;
            }

            closing = _closing = CloseAsync();
        }

        await closing;
        return true;
    }

    /// <summary>Closes the town although people keep coming: they wait until it has moved. Given up when those who are inside do not end, or a job is at work.</summary>
    internal async Task MoveAsync()
    {
        lock (_gate)
        {
            if (_shut is not null || _closing is not null)
            {
                return;
            }

            _moving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        try
        {
            for (var since = time.GetTimestamp(); !await CloseWhenIdleAsync() && time.GetElapsedTime(since) < LongestMove;)
            {
                await Task.Delay(Pause, time);
            }
        }
        finally
        {
            TaskCompletionSource moving;
            lock (_gate)
            {
                (moving, _moving) = (_moving, null);
            }

            moving.SetResult();
        }
    }

    /// <summary>Lets nobody in any more, waits for those who are inside, and closes. Requests that last longer than a few seconds are cut off.</summary>
    /// <param name="why">What whoever comes is told.</param>
    internal async Task ShutAsync(Problem why)
    {
        Task left;
        lock (_gate)
        {
            _shut = why;
            left = _inside.LeftByAll(); // two may shut it: who was told to, and who saw it in the list
        }

        await _inside.CutOffAsync(left, _gate);
        Task closing;
        lock (_gate)
        {
            closing = _closing ??= CloseAsync();
        }

        await closing;
    }

    /// <summary>Lets people in again after <see cref="ShutAsync"/>.</summary>
    internal void Reopen()
    {
        lock (_gate)
        {
            _shut = null;
            _inside.BeginAnew();
        }
    }

    // A service of the town failed and ended it from inside: it would go on answering, but none of its jobs would run.
    private void EndedByItself()
    {
        lock (_gate)
        {
            if (_closing is null) // else it was told to
            {
                opener.LogEnded(Code);
                _closing = CloseEndedAsync(_inside.LeftByAll());
            }
        }
    }

    /// <summary>Closes it when its store is another's all the same: nobody can write, and its jobs are the other's. It is opened anew for whoever comes next.</summary>
    internal void EndTaken()
    {
        lock (_gate)
        {
            if (_closing is null && _opened is { IsCompletedSuccessfully: true, Result: { IsSuccess: true } opened } && opened.Value.IsTaken)
            {
                _closing = CloseEndedAsync(_inside.LeftByAll());
            }
        }
    }

    private async Task CloseEndedAsync(Task left)
    {
        // One that ended as soon as it was open is left alone like one that did not open.
        var atOnce = time.GetElapsedTime(_openedAt) < opener.RetryAfter;
        try
        {
            await _inside.CutOffAsync(left, _gate);
        }
        catch (AggregateException)
        {
            await left; // what a command does when it is told to end is its own matter
        }

        lock (_gate)
        {
            if (_shut is null)
            {
                _inside.BeginAnew();
            }
        }

        Interlocked.Exchange(ref _openedAt, time.GetTimestamp());
        await CloseAsync(atOnce ? Task.FromResult<Result<OpenTown>>(TownProblems.NotOpened) : null);
    }

    // A failed opening is not tried again at once: each try costs the others.
    private Task<Result<OpenTown>>? StillGood(Task<Result<OpenTown>>? opened) =>
        opened is { IsCompletedSuccessfully: true, Result.Problem: { } why } && (why.Name == TownProblems.AtOtherNode.Name || time.GetElapsedTime(_openedAt) > opener.RetryAfter) ? null : opened;

    private Task<Result<OpenTown>> OpenAsync()
    {
        Openings++;
        return Task.Run(async () =>
        {
            var opened = await opener.OpenAsync(Code, folder, AtWorkAsync, node);
            Interlocked.Exchange(ref _openedAt, time.GetTimestamp()); // a try that fails may take long, and is left alone from its end on
            if (opened.TryGet(out var town, out _))
            {
                town.Ending.UnsafeRegister(_ => EndedByItself(), null);
            }

            return opened;
        });
    }

    private async Task CloseAsync(Task<Result<OpenTown>>? instead = null)
    {
        await Task.Yield(); // the caller holds the gate
        Task<Result<OpenTown>>? opened;
        lock (_gate)
        {
            (opened, _opened) = (_opened, instead);
            Homing.Closed();
        }

        try
        {
            if (opened is not null && (await opened).TryGet(out var town, out _))
            {
                await opener.CloseAsync(Code, town);
            }
        }
        finally
        {
            lock (_gate)
            {
                _closing = null;
            }
        }
    }

    private async Task<int> AtWorkAsync(Func<CancellationToken, Task<int>> command, CancellationToken cancel)
    {
        CancellationTokenSource either;
        lock (_gate)
        {
            _inside.Come();
            either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _inside.Cut);
        }

        try
        {
            using (either)
            {
                return await command(either.Token);
            }
        }
        finally
        {
            Leave();
        }
    }
}
