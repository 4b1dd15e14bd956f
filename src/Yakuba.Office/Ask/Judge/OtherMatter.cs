using System.Text.RegularExpressions;
using Yakuba.Office.Ask.Understand;
using Yakuba.Text;

namespace Yakuba.Office.Ask.Judge;

/// <summary>Tells FAQ entries that were written for another side of a matter, or for another number: an approved answer is right for its own question only.</summary>
internal static partial class OtherMatter
{
    /// <summary>True when the entry does not answer this question, however alike the words are.</summary>
    internal static bool Is(QuestionTerms question, string entry)
    {
        var normal = NormalText.Of(entry).Value;
        return AskedKindsReader.Differ(question.Kinds, AskedKindsReader.Of(normal)) || HasOtherNumber(question.Normal, normal);
    }

    // 50立方メートル is not 20立方メートル. Numbers of other units do not matter.
    private static bool HasOtherNumber(string asked, string entry)
    {
        var told = Numbers().Matches(entry).ToLookup(m => m.Groups[2].Value, m => m.Groups[1].Value);
        foreach (Match number in Numbers().Matches(asked))
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
}
