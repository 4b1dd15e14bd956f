namespace Yakuba.Platform.Privacy.Gate;

/// <summary>A text that may leave. The ways out take nothing else, and no district can make one: leaving the gate out does not compile there. In this project the gate makes them, and the probe of an embedding model, of its own words.</summary>
public sealed class ClearedText
{
    internal ClearedText(string value) => Value = value;

    /// <summary>The text as it leaves.</summary>
    internal string Value { get; }

    /// <summary>The program's own words before it, such as the prefix that an embedding model wants.</summary>
    internal ClearedText After(string prefix) => new(prefix + Value);
}
