using Yakuba.Office.Library.Searching;
using Yakuba.Platform.Web.Parts;
using Yakuba.Text;

namespace Yakuba.Office.Library.ListDocuments;

/// <summary>Where a document holds what was searched for in quotation marks.</summary>
/// <param name="Place">In people's words.</param>
/// <param name="Href">Opens the document there.</param>
/// <param name="Quote">The words around it.</param>
public sealed record FoundPlace(string Place, string Href, IReadOnlyList<QuoteRun> Quote)
{
    private const int Before = 24;
    private const int After = 48;

    /// <summary>The place in a passage, with the first of the phrases marked.</summary>
    internal static FoundPlace Of(FoundPassage passage, IReadOnlyList<QuotedPhrase> phrases)
    {
        foreach (var text in (string[])[passage.Text, passage.Question, .. passage.HeadingPath])
        {
            if (phrases.Select(p => p.In(text)).OfType<(int Start, int Length)>().FirstOrDefault() is { Length: > 0 } at)
            {
                return new(passage.From.ToLabel(), Link(passage, text.Substring(at.Start, at.Length)), Around(text.ReplaceLineEndings(" "), at.Start, at.Length));
            }
        }

        return new(passage.From.ToLabel(), Link(passage, ""), [new QuoteRun(Cut(passage.Text.ReplaceLineEndings(" "), 0, Before + After), false)]);
    }

    private static string Link(FoundPassage passage, string quote) => DocumentLinks.At(passage.Version.Number, passage.From.ToKey(), quote);

    private static List<QuoteRun> Around(string text, int start, int length)
    {
        var from = Math.Max(0, start - Before);
        from += from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        var (before, after) = (text[from..start], Cut(text, start + length, After));
        return [new((from > 0 ? "…" : "") + before, false), new(text.Substring(start, length), true), new(after, false)];
    }

    private static string Cut(string text, int start, int length)
    {
        if (text.Length - start <= length)
        {
            return text[start..];
        }

        return text.Substring(start, length - (char.IsHighSurrogate(text[start + length - 1]) ? 1 : 0)) + "…";
    }
}
