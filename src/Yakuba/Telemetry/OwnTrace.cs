using System.Diagnostics;

namespace Yakuba.Telemetry;

/// <summary>Nobody else's trace: what a caller says in <c>traceparent</c>, <c>tracestate</c> or <c>baggage</c> is text of theirs, and would go on to the collector with our spans.</summary>
internal sealed class OwnTrace : DistributedContextPropagator
{
    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Fields => [];

    /// <inheritdoc/>
    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
    }

    /// <inheritdoc/>
    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) => (traceId, traceState) = (null, null);

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
