namespace Yakuba.Prose;

/// <summary>How a finding is to be taken.</summary>
public enum Severity
{
    /// <summary>It could be better otherwise.</summary>
    Info,

    /// <summary>Most likely wrong.</summary>
    Warning,

    /// <summary>Wrong by rule.</summary>
    Error,
}
