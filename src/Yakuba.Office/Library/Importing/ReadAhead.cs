namespace Yakuba.Office.Library.Importing;

/// <summary>Prepares the files of an import before their turn, so that files are read while others are stored. They come out in their order.</summary>
internal sealed class ReadAhead : IAsyncDisposable
{
    // What waits lies on the disk; these bounds are for the disk and for how much is read in vain when the import is stopped.
    private const int MostFiles = 16;
    private const long MostBytes = 256_000_000;

    private static readonly TimeSpan Sign = TimeSpan.FromSeconds(15);

    private readonly Func<int, CancellationToken, Task<PreparedFile>> _prepare;
    private readonly Func<int, long> _size;
    private readonly IEnumerator<int> _rest;
    private readonly CancellationTokenSource _stopped;
    private readonly Queue<(int Index, long Bytes, Task<PreparedFile> Prepared)> _coming = [];
    private (int Index, long Bytes)? _next;
    private long _bytes;

    /// <param name="indexes">Places of the files in the import, in order.</param>
    /// <param name="size">Bytes of the file at a place.</param>
    /// <param name="prepare">Prepares the file at a place.</param>
    /// <param name="cancel">Ends all that is being prepared.</param>
    internal ReadAhead(IEnumerable<int> indexes, Func<int, long> size, Func<int, CancellationToken, Task<PreparedFile>> prepare, CancellationToken cancel)
    {
        (_rest, _size, _prepare) = (indexes.GetEnumerator(), size, prepare);
        _stopped = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _next = Next();
    }

    /// <summary>Place of the file that comes out next; null at the end.</summary>
    internal int? Index
    {
        get
        {
            Fill();
            return _coming.TryPeek(out var first) ? first.Index : null;
        }
    }

    /// <summary>Waits for that file. The caller disposes it.</summary>
    /// <param name="waiting">Called about every 15 seconds while it takes longer.</param>
    internal async Task<PreparedFile> TakeAsync(Func<Task> waiting)
    {
        var (_, bytes, prepared) = _coming.Peek();
        while (await Task.WhenAny(prepared, Task.Delay(Sign, _stopped.Token)) != prepared)
        {
            _stopped.Token.ThrowIfCancellationRequested();
            await waiting();
        }

        _coming.Dequeue();
        _bytes -= bytes;
        return await prepared;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync(); // nobody waits for them any more
        foreach (var (_, _, prepared) in _coming)
        {
            try
            {
                (await prepared).Dispose();
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or UnauthorizedAccessException)
            {
                // It would have ended the import at its turn, which has ended already.
            }
        }

        _stopped.Dispose();
        _rest.Dispose();
    }

    private void Fill()
    {
        while (_next is { } next && _coming.Count < MostFiles && (_coming.Count == 0 || _bytes + next.Bytes <= MostBytes))
        {
            _bytes += next.Bytes;
            _coming.Enqueue((next.Index, next.Bytes, Task.Run(() => _prepare(next.Index, _stopped.Token))));
            _next = Next();
        }
    }

    private (int Index, long Bytes)? Next() => _rest.MoveNext() ? (_rest.Current, _size(_rest.Current)) : null;
}
