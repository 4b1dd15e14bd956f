namespace Yakuba.Prose;

/// <summary>Something in a text that a rule of official prose speaks against.</summary>
/// <param name="Rule">Id of the rule, such as <c>kana-koto</c>.</param>
/// <param name="Start">UTF-16 index in the text that was given.</param>
/// <param name="Length">UTF-16 code units; at least 1.</param>
/// <param name="Message">What is wrong, in Japanese, one line.</param>
/// <param name="Suggestion">What may stand in its place, letter for letter; null where the writer must decide.</param>
/// <param name="Severity">How sure and how grave it is.</param>
public sealed record Finding(string Rule, int Start, int Length, string Message, string? Suggestion, Severity Severity)
{
    /// <summary>The first index after it.</summary>
    public int End => Start + Length;
}
