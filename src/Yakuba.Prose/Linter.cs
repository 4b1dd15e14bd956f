using Yakuba.Text;

namespace Yakuba.Prose;

/// <summary>Reads official prose (公用文) as a careful colleague does: spelling, wording, structure, and what cannot be true within the text itself.</summary>
/// <remarks>Safe for many threads. Time grows with the length of the text alone; no text makes it throw.</remarks>
/// <param name="lexicon">Cuts sentences into words; only those in which a rule asks for words.</param>
public sealed class Linter(Lexicon lexicon)
{
    private static readonly WordSearch s_words = new();

    /// <summary>Finds what speaks against the rules.</summary>
    /// <param name="text">Any string; a line is a paragraph, a heading, an item or a row.</param>
    /// <param name="options">Kind of text and rules that are off; everything by default.</param>
    /// <returns>In order of place. Two findings of one rule never overlap.</returns>
    public IReadOnlyList<Finding> Check(string text, LintOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= LintOptions.Default;
        var prose = new ProseText(text, options.Kind, lexicon);
        var findings = new FindingList(prose, options.Off);
        var sentences = prose.Sentences().ToList();
        foreach (var sentence in sentences)
        {
            s_words.Look(sentence, prose, findings);
            foreach (var check in CheckList.OfSentences)
            {
                check(sentence, prose, findings);
            }

            sentence.Forget();
        }

        foreach (var check in CheckList.OfTexts)
        {
            check(sentences, prose, findings);
        }

        return findings.InOrder();
    }
}
