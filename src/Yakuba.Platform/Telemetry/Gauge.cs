using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Yakuba.Platform.Telemetry;

/// <summary>A number that stands until it is told anew. Each municipality of the process tells its own; what is shown is made of all.</summary>
public sealed class Gauge
{
    private readonly ConcurrentDictionary<object, double> _told = new(ReferenceEqualityComparer.Instance);

    internal Gauge(Meter meter, string name, string unit, string description, Func<IEnumerable<double>, double> join) =>
        meter.CreateObservableGauge(name, () => _told.IsEmpty ? 0 : join(_told.Values), unit, description);

    /// <summary>Tells the number as it stands now.</summary>
    /// <param name="teller">Who tells; what it told before is replaced.</param>
    /// <param name="value">The number.</param>
    public void Tell(object teller, double value) => _told[teller] = value;

    /// <summary>What this one told does not hold any more.</summary>
    public void Forget(object teller) => _told.TryRemove(teller, out _);
}
