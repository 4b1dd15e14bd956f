namespace Yakuba.Prose;

/// <summary>What is looked for.</summary>
/// <param name="Kind">What the text is for; null lets the linter see by itself whether it is an ordinance.</param>
/// <param name="Off">Ids of rules that are switched off. Ids that do not exist are of no effect.</param>
public sealed record LintOptions(ProseKind? Kind = null, IReadOnlySet<string>? Off = null)
{
    /// <summary>Every rule, kind seen by the linter.</summary>
    public static LintOptions Default { get; } = new();
}
