using System.Collections.Concurrent;

namespace Yakuba.Documents;

/// <summary>A thread that lives as long as this program. The system ends a worker when the <em>thread</em> that started it ends, so no thread of a pool may start one.</summary>
internal static class LastingThread
{
    private static readonly BlockingCollection<Action> Work = Begin();

    /// <summary>Runs something there.</summary>
    internal static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception e) // The thread's edge: whoever waits carries it on.
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    private static BlockingCollection<Action> Begin()
    {
        var work = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var next in work.GetConsumingEnumerable())
            {
                next();
            }
        }) { IsBackground = true, Name = "starter of workers" }.Start();
        return work;
    }
}
