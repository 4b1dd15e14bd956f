using System.Text;

namespace Yakuba.Office.Draft.Text;

/// <summary>Words as they were typed or pasted, made fit to be kept.</summary>
public static class DraftWords
{
    /// <summary>Without control characters and halves of characters, lines ending with LF, nothing after the last word.</summary>
    public static string Clean(string? typed)
    {
        var kept = new StringBuilder();
        foreach (var rune in (typed ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && (rune.Value == '\n' || !Rune.IsControl(rune)))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString().TrimEnd();
    }

    /// <summary>The first characters, at most as many UTF-16 code units, and none of them by half.</summary>
    public static string Cut(string words, int most) => words.Length <= most ? words : words[..(char.IsHighSurrogate(words[most - 1]) ? most - 1 : most)];
}
