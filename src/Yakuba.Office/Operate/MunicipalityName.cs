using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Office.Operate;

/// <summary>The municipality's name for the frame of every page, which cannot wait for the store.</summary>
/// <remarks>A change shows at once; one that stood in the store otherwise, within <see cref="Fresh"/>.</remarks>
public sealed class MunicipalityName(Database database, SettingStore settings, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private volatile string _name = "";
    private long _readAt;
    private int _reading;
    private int _forgotten;

    /// <summary>The name as it was a moment ago; empty when none is set.</summary>
    public string Current
    {
        get
        {
            var age = time.GetElapsedTime(Interlocked.Read(ref _readAt));
            if ((age > Fresh || Interlocked.Read(ref _readAt) == 0) && Interlocked.Exchange(ref _reading, 1) == 0)
            {
                _ = ReadQuietlyAsync();
            }

            return _name;
        }
    }

    /// <summary>Reads the name now.</summary>
    public async Task ReadAsync(CancellationToken cancel)
    {
        var forgotten = Volatile.Read(ref _forgotten);
        await using var read = await database.ReadAsync(cancel);
        _name = await settings.GetAsync(read, MunicipalitySettings.Name, cancel);
        Interlocked.Exchange(ref _readAt, time.GetTimestamp());
        if (forgotten != Volatile.Read(ref _forgotten)) // it was changed while it was being read
        {
            Interlocked.Exchange(ref _readAt, 0);
        }
    }

    internal void Forget()
    {
        Interlocked.Increment(ref _forgotten);
        Interlocked.Exchange(ref _readAt, 0);
    }

    private async Task ReadQuietlyAsync()
    {
        try
        {
            await ReadAsync(CancellationToken.None);
        }
        catch (Exception e) when (StorageProblems.From(e) is not null)
        {
            Interlocked.Exchange(ref _readAt, time.GetTimestamp()); // the page still shows the last known name; what is wrong is said elsewhere
        }
        finally
        {
            Interlocked.Exchange(ref _reading, 0);
        }
    }
}
