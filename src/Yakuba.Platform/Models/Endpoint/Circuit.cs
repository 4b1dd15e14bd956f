namespace Yakuba.Platform.Models.Endpoint;

/// <summary>Lets a failing model server rest: after some failures in a row nobody is sent there, then one, and after a success everybody.</summary>
/// <param name="time">The clock.</param>
internal sealed class Circuit(TimeProvider time)
{
    internal const int MostFailures = 3;
    internal static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private int _failures;
    private DateTimeOffset _restUntil = DateTimeOffset.MinValue;
    private bool _trying;

    /// <summary>True while the server is left alone.</summary>
    internal bool IsResting
    {
        get
        {
            lock (_gate)
            {
                return _failures >= MostFailures && (_trying || time.GetUtcNow() < _restUntil);
            }
        }
    }

    /// <summary>Asks to go. After a rest, one caller at a time may try.</summary>
    internal bool TryEnter()
    {
        lock (_gate)
        {
            if (_failures < MostFailures)
            {
                return true;
            }

            if (_trying || time.GetUtcNow() < _restUntil)
            {
                return false;
            }

            return _trying = true;
        }
    }

    /// <summary>Says how it went; null when the caller left before it could be known.</summary>
    internal void Leave(bool? success)
    {
        lock (_gate)
        {
            _trying = false;
            if (success == true)
            {
                _failures = 0;
            }
            else if (success == false)
            {
                _failures++;
                _restUntil = time.GetUtcNow() + Rest;
            }
        }
    }
}
