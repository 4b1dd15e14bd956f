using System.Text.RegularExpressions;

namespace Yakuba.Office.Ask.Judge;

/// <summary>Tells evidence about another number: 50立方メートル is not 20立方メートル, the 第5段階 not the 第8段階.</summary>
internal static partial class OtherMatter
{
    /// <summary>True when a FAQ entry was written for another number: an approved answer is right for its own question only.</summary>
    /// <param name="question">The question.</param>
    /// <param name="entry">The entry's question in normal form.</param>
    internal static bool Is(QuestionTerms question, string entry) => HasOther(Numbers(), question.Normal, entry);

    /// <summary>True when a text tells of other ones in a row (段階, 期, 級) and not of the one asked about.</summary>
    /// <param name="question">The question.</param>
    /// <param name="text">A unit's text with what stands above it, in normal form.</param>
    internal static bool TellsOthers(QuestionTerms question, string text) => HasOther(OnesInARow(), question.Normal, text);

    // Numbers of other units do not matter.
    private static bool HasOther(Regex numbers, string asked, string text)
    {
        var told = numbers.Matches(text).ToLookup(m => m.Groups[2].Value, m => m.Groups[1].Value);
        foreach (Match number in numbers.Matches(asked))
        {
            var same = told[number.Groups[2].Value];
            if (same.Any() && !same.Contains(number.Groups[1].Value))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"([0-9]+)(立方|ミリ|歳|才|平方|センチ|キロ|リットル|段階|回目|人目|子|期|か月|年度)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"([0-9]+)(段階|期|子|人目|回目|級|種)", RegexOptions.CultureInvariant)]
    private static partial Regex OnesInARow();
}
