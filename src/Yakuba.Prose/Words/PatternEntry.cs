using System.Text.RegularExpressions;

namespace Yakuba.Prose;

/// <summary>A form with places left open, looked for only in a sentence that has one of its triggers.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Triggers">Letters without which it cannot be there.</param>
/// <param name="Form">What is looked for; the group x, if there is one, is the finding.</param>
/// <param name="Right">What to write; may name groups as $1; empty where the writer must decide.</param>
/// <remarks>A sentence has at most 1,000 letters, and the forms repeat nothing without a bound: time stays linear in the text.</remarks>
internal sealed record PatternEntry(string Rule, IReadOnlyList<string> Triggers, Regex Form, string Right)
{
    /// <summary>The patterns of <c>patterns.tsv</c>. Fields: rule, triggers apart by |, expression, right.</summary>
    internal static IReadOnlyList<PatternEntry> Read() =>
        [.. TableFile.Rows("patterns.tsv", 4).Select(row => new PatternEntry(row[0], row[1].Split('|'), new Regex(row[2], RegexOptions.CultureInvariant), row[3]))];

    /// <summary>Where it is in a sentence, and what may stand there instead.</summary>
    internal IEnumerable<(int Start, int Length, string Right)> In(Sentence sentence, string text)
    {
        foreach (Match match in Form.Matches(text.Substring(sentence.Start, sentence.Length)))
        {
            var found = match.Groups["x"] is { Success: true } group ? group : match;
            yield return (sentence.Start + found.Index, found.Length, Right.Length == 0 ? "" : match.Result(Right));
        }
    }
}
