namespace Yakuba.Platform.Telemetry;

/// <summary>A label of a measurement, with all the values that it can ever have. Whatever else comes is told as <see cref="Other"/>: nothing typed and nothing of a document can become a label.</summary>
/// <param name="key">Its name: <c>status</c>.</param>
/// <param name="values">Its values.</param>
public sealed class MeasureLabel(string key, params ReadOnlySpan<string> values)
{
    /// <summary>What stands for a value that is not listed.</summary>
    public const string Other = "other";

    private readonly HashSet<string> _values = [.. values, Other];

    /// <summary>Its name.</summary>
    public string Key => key;

    /// <summary>Its values.</summary>
    public IReadOnlyCollection<string> Values => _values;

    /// <summary>The label with a value.</summary>
    public KeyValuePair<string, object?> Of(string value) => new(key, _values.TryGetValue(value, out var listed) ? listed : Other);
}
