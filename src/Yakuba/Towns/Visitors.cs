namespace Yakuba.Towns;

/// <summary>Who is inside a town: requests, commands, and the program's own work. A town closes when nobody is; one that is shut waits for them, and cuts them off when they last. It has no lock of its own: whoever comes or goes holds the town's gate.</summary>
/// <param name="patience">How long those who are inside have to end.</param>
/// <param name="time">The clock.</param>
internal sealed class Visitors(TimeSpan patience, TimeProvider time)
{
    private readonly HashSet<HttpContext> _requests = [];
    private TaskCompletionSource? _left;
    private CancellationTokenSource _cut = new();
    private int _inside;

    internal bool IsNobody => _inside == 0;

    /// <summary>Ends commands when the town is shut.</summary>
    internal CancellationToken Cut => _cut.Token;

    /// <summary>Somebody comes in.</summary>
    /// <param name="request">The request; null for what is none.</param>
    internal void Come(HttpContext? request = null)
    {
        _inside++;
        if (request is not null)
        {
            _requests.Add(request);
        }
    }

    /// <summary>Somebody goes.</summary>
    internal void Go(HttpContext? request = null)
    {
        if (request is not null)
        {
            _requests.Remove(request);
        }

        if (--_inside == 0)
        {
            _left?.TrySetResult();
        }
    }

    /// <summary>Ends when nobody is inside any more.</summary>
    internal Task LeftByAll()
    {
        _left ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_inside == 0)
        {
            _left.TrySetResult();
        }

        return _left.Task;
    }

    /// <summary>Waits for those who are inside, and ends what lasts longer than a few seconds. The caller does not hold the gate.</summary>
    /// <param name="left">From <see cref="LeftByAll"/>.</param>
    /// <param name="gate">The town's.</param>
    /// <exception cref="AggregateException">What a command does when it is told to end failed.</exception>
    internal async Task CutOffAsync(Task left, Lock gate)
    {
        await Task.WhenAny(left, Task.Delay(patience, time));
        lock (gate) // under it nobody leaves: a context that has left serves somebody else
        {
            foreach (var request in _requests)
            {
                request.Abort();
            }
        }

        await _cut.CancelAsync();
        await left;
    }

    /// <summary>After they were cut off: whoever comes from now on is not.</summary>
    internal void BeginAnew() => (_left, _cut) = (null, new CancellationTokenSource());
}
