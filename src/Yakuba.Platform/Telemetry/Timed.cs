using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Yakuba.Platform.Telemetry;

/// <summary>Measures from its making to its disposal.</summary>
public readonly struct Timed : IDisposable
{
    private readonly Histogram<double> _seconds;
    private readonly KeyValuePair<string, object?>? _label;
    private readonly Activity? _span;
    private readonly long _began;

    internal Timed(Histogram<double> seconds, KeyValuePair<string, object?>? label, Activity? span) => (_seconds, _label, _span, _began) = (seconds, label, span, Stopwatch.GetTimestamp());

    /// <summary>Tells how long it was.</summary>
    public void Dispose()
    {
        var elapsed = Stopwatch.GetElapsedTime(_began).TotalSeconds;
        if (_label is { } label)
        {
            _seconds.Record(elapsed, label);
        }
        else
        {
            _seconds.Record(elapsed);
        }

        _span?.Dispose();
    }
}
