namespace Yakuba.Towns;

/// <summary>Whether a town that is open here has its home at another node, and how long that has asked for it. A town goes home when it rests; one that never rests, after a while.</summary>
/// <remarks>The home is where people's requests are sent first, for as long as that node lives. It does not ask by itself: each request that it sends on says so.</remarks>
internal sealed class Homing(TimeProvider time)
{
    private static readonly TimeSpan LongestStay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StayAfterVain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StillOnTheWay = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private string _home = "";
    private string _goneTo = "";
    private TimeSpan _stay = LongestStay;
    private long _askedAt;
    private long _goneAt;

    internal bool IsAsked
    {
        get
        {
            lock (_gate)
            {
                return _home.Length > 0;
            }
        }
    }

    /// <summary>It has been asked for so long that those who come wait until it has moved.</summary>
    internal bool IsOverdue
    {
        get
        {
            lock (_gate)
            {
                return _home.Length > 0 && time.GetElapsedTime(_askedAt) > _stay;
            }
        }
    }

    /// <summary>A request came that its home sent on.</summary>
    internal void Ask(string home)
    {
        lock (_gate)
        {
            if (_home != home)
            {
                (_home, _askedAt, _stay) = (home, time.GetTimestamp(), LongestStay);
            }
        }
    }

    /// <summary>It did not go, as a long job was at work: people are not made to wait again at once. It still goes as soon as it rests.</summary>
    internal void Stay()
    {
        lock (_gate)
        {
            (_askedAt, _stay) = (time.GetTimestamp(), StayAfterVain);
        }
    }

    /// <summary>The town is not open here any more. If it was asked for, it is not opened here again for requests that were on their way meanwhile.</summary>
    internal void Closed()
    {
        lock (_gate)
        {
            (_goneTo, _goneAt, _home, _stay) = (_home, time.GetTimestamp(), "", LongestStay);
        }
    }

    /// <summary>Whether the town has just gone to the node that sent a request here.</summary>
    internal bool IsGoneTo(string home)
    {
        lock (_gate)
        {
            return home.Length > 0 && home == _goneTo && time.GetElapsedTime(_goneAt) < StillOnTheWay;
        }
    }
}
