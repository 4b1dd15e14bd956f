using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Text;

/// <summary>Words in quotation marks, which are meant as they stand: 「子育て応援券」, 『…』, "…", “…”.</summary>
/// <remarks>As they stand in <see cref="NormalText"/>: full width and half width, old and new kanji are one. Signs and spaces part words, whichever they are.</remarks>
public sealed partial class QuotedPhrase
{
    /// <summary>Longest phrase in UTF-16 code units; what is longer counts as words like any others.</summary>
    public const int MaxLength = 200;

    /// <summary>Most phrases of one question.</summary>
    public const int Most = 8;

    private readonly string _key;

    private QuotedPhrase(string text)
    {
        Text = text;
        _key = Key(text).Trim();
        var terms = new List<string>();
        var value = NormalText.Of(text).Value;
        var pairs = new Pairs(value);
        while (pairs.MoveNext())
        {
            terms.Add(pairs.Take());
        }

        // A single character at an end may be part of a pair in the text.
        var (from, to) = (terms.FindIndex(IsPair), terms.FindLastIndex(IsPair));
        Terms = from < 0 ? [] : terms[from..(to + 1)];
    }

    /// <summary>What stands inside the marks.</summary>
    public string Text { get; }

    /// <summary>Its pairs of characters in order, as <see cref="AnalysedText.Bigrams"/> has them; at least one.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>The phrases of a question in order, each once; at most <see cref="Most"/>. A single character is none.</summary>
    /// <param name="question">As typed.</param>
    public static IReadOnlyList<QuotedPhrase> Of(string question) =>
        [.. Quotations().Matches(question).Select(Inside).Distinct().Select(Read).OfType<QuotedPhrase>().Take(Most)];

    /// <summary>The question without its phrases; what stands in quotation marks and is none stays, without the marks.</summary>
    /// <param name="question">As typed.</param>
    public static string Outside(string question) => Quotations().Replace(question, m => Read(Inside(m)) is null ? Inside(m) : " ").Trim();

    /// <summary>The question with what stands in quotation marks, but without the marks.</summary>
    /// <param name="question">As typed.</param>
    public static string WithoutMarks(string question) => Quotations().Replace(question, Inside).Trim();

    /// <summary>Where a text holds the phrase, sign for sign.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The stretch of the original; null also where only the signs and spaces between its words differ.</returns>
    public (int Start, int Length)? In(string text)
    {
        var (normal, phrase) = (NormalText.Of(text), NormalText.Of(Text).Value);
        return normal.Value.IndexOf(phrase, StringComparison.Ordinal) is >= 0 and var at ? normal.OriginalSpan(at, phrase.Length) : null;
    }

    /// <summary>Whether a text holds the phrase.</summary>
    /// <param name="text">Any text.</param>
    public bool IsIn(string text) => Key(text).Contains(_key, StringComparison.Ordinal);

    private static QuotedPhrase? Read(string inside) => inside.Length <= MaxLength && new QuotedPhrase(inside) is { Terms.Count: > 0 } phrase ? phrase : null;

    private static bool IsPair(string term) => term.EnumerateRunes().Skip(1).Any();

    private static string Inside(Match match) => match.Groups.Cast<Group>().Skip(1).First(g => g.Success).Value.Trim();

    // The characters of words; what parts them is one space.
    private static string Key(string text)
    {
        var key = new StringBuilder(text.Length + 1);
        foreach (var rune in NormalText.Of(text).Value.EnumerateRunes())
        {
            if (ContentWord.IsWordCharacter(rune))
            {
                key.Append(rune);
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString();
    }

    // Input methods write one and the same mark at both ends, too.
    [GeneratedRegex("「([^「」]+)」|『([^『』]+)』|[\"“”＂]([^\"“”＂]+)[\"“”＂]")]
    private static partial Regex Quotations();
}
