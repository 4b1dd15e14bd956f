using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Yakuba.Privacy;

namespace Yakuba.Office.Ask.Compose;

/// <summary>Text on its way to a model and back: what is no plain sentence is taken away.</summary>
internal static partial class ModelText
{
    private const int LongestSentence = 400;
    private const int LongestEcho = 24;

    /// <summary>The text without control characters, marks of direction and Unicode tags, which people cannot see and models read.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value == '\n' || category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned))
            {
                plain.Append(rune);
            }
        }

        return plain.ToString();
    }

    /// <summary>One sentence of a reply as plain text: Markdown, HTML and links are reduced to their words.</summary>
    internal static string Sentence(string text)
    {
        var plain = Plain(text.ReplaceLineEndings(" "));
        plain = Link().Replace(plain, "$1");
        plain = Tag().Replace(plain, "");
        plain = Marks().Replace(plain, "");
        plain = Leading().Replace(plain, "");
        return Spaces().Replace(plain, " ").Trim();
    }

    /// <summary>True for what may go on to verification: of a sentence's length, well-formed, without tokens that stand for nothing, and no echo of the prompt.</summary>
    internal static bool MayBeSaid(string sentence, PromptText prompt) =>
        sentence.Length is > 1 and <= LongestSentence
        && !sentence.Contains('\uFFFD')
        && !MaskingSession.HasToken(sentence) // one that nothing stands behind
        && !sentence.Contains(prompt.Fence, StringComparison.Ordinal)
        && !Echoes(sentence, prompt.System);

    private static bool Echoes(string sentence, string system)
    {
        for (var i = 0; i + LongestEcho <= sentence.Length; i++)
        {
            if (system.Contains(sentence.AsSpan(i, LongestEcho), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return sentence.Length >= 8 && system.Contains(sentence, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"!?\[([^\]]{0,200})\]\([^)]{0,2000}\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"</?[A-Za-z!][^>]{0,2000}>?")]
    private static partial Regex Tag();

    // Emphasis, code, and marks of evidence that a model likes to repeat in the text.
    [GeneratedRegex(@"\*\*|__|`+|~~|[\[［【](資料)?[0-9０-９、, ]{1,20}[\]］】]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\s*(#{1,6}\s+|[-*+>]\s+|\d{1,2}\.\s+)+")]
    private static partial Regex Leading();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
