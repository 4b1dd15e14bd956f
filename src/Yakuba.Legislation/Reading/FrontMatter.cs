using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>What stands before the first provision, and where that begins.</summary>
internal sealed partial record FrontMatter(
    string Title, ImmutableArray<string> Front, ImmutableArray<string> Contents, ImmutableArray<string> Preamble, int BodyStart, CaptionPlace Captions)
{
    private const int LongestFrontLine = 120;

    internal static FrontMatter Of(SourceLines lines)
    {
        var title = lines.Count > 0 && lines[0].Kind == LineKind.Text ? 1 : 0;
        var article = FirstProvision(lines, title);
        var contentsStart = lines.Find(title, s => IsContents(s) || s.Kind is LineKind.Division or LineKind.Supplement or LineKind.Article);
        var body = StartOf(lines, title, article);
        contentsStart = Math.Min(contentsStart, body);
        var contentsEnd = ContentsEnd(lines, contentsStart, body);
        var frontEnd = FrontEnd(lines, title, contentsEnd > contentsStart ? contentsStart : body);
        var preamble = Texts(lines, frontEnd, contentsStart).AddRange(Texts(lines, contentsEnd, body));
        return contentsEnd > contentsStart && frontEnd < contentsStart
            ? new(Texts(lines, 0, title).FirstOrDefault(""), Texts(lines, title, contentsStart), Texts(lines, contentsStart, contentsEnd), Texts(lines, contentsEnd, body), body, CaptionsOf(lines, body))
            : new(Texts(lines, 0, title).FirstOrDefault(""), Texts(lines, title, frontEnd), Texts(lines, contentsStart, contentsEnd), preamble, body, CaptionsOf(lines, body));
    }

    /// <summary>The first article; without articles the first 項 with a number, else the first line of text that is not front matter, else the first 附則.</summary>
    private static int FirstProvision(SourceLines lines, int title)
    {
        var article = lines.Find(title, s => s.Kind == LineKind.Article);
        var supplement = lines.Find(title, s => s.Kind == LineKind.Supplement);
        var isInSupplement = article < lines.Count && supplement < article && !RepeatsBelow(lines, supplement, article);
        if (article < lines.Count && !isInSupplement)
        {
            return article;
        }

        var mark = lines.Find(title, s => s.Kind == LineKind.Mark);
        return mark < supplement ? mark : Math.Min(supplement, FrontEnd(lines, title, supplement));
    }

    /// <summary>Whether a 附則 above the first article is a line of the contents: another 附則 follows somewhere below, or 目次 stands above.</summary>
    private static bool RepeatsBelow(SourceLines lines, int supplement, int article) =>
        lines.Find(0, IsContents) < supplement || lines.Find(article, s => s.Kind == LineKind.Supplement) < lines.Count;

    /// <summary>From the first provision back over its caption and the headings that it stands under.</summary>
    private static int StartOf(SourceLines lines, int title, int provision)
    {
        var start = provision;
        while (start > title && (lines[start - 1].Kind == LineKind.Division || (start == provision && lines[start - 1].IsCaption)))
        {
            start--;
        }

        // Without a line between, the headings of the contents come right before those of the text: the text begins where the outermost heading comes again.
        for (var i = provision - 1; i > start; i--)
        {
            if (lines[i].Kind == LineKind.Division && lines[i].Provision <= lines[start].Provision && lines[i].Label == lines[start].Label)
            {
                return i;
            }
        }

        return start;
    }

    private static int ContentsEnd(SourceLines lines, int start, int body)
    {
        var last = start;
        for (var i = start; i < body; i++)
        {
            if (IsContents(lines[i]) || lines[i].Kind is LineKind.Division or LineKind.Supplement or LineKind.Appendix or LineKind.Article)
            {
                last = i + 1;
            }
        }

        return last;
    }

    /// <summary>Number, dates, notes of a collection; the first line of another look begins the 前文.</summary>
    private static int FrontEnd(SourceLines lines, int start, int end)
    {
        var i = start;
        while (i < end && lines[i].Text.Length <= LongestFrontLine && (lines[i].Kind is LineKind.Bracket or LineKind.Row || FrontLine().IsMatch(lines[i].Text)))
        {
            i++;
        }

        return i;
    }

    private static bool IsContents(LineShape shape) => Blanks.Without(shape.Text) == "目次";

    private static CaptionPlace CaptionsOf(SourceLines lines, int body)
    {
        int above = 0, behind = 0;
        for (var i = body; i < lines.Count; i++)
        {
            if (lines[i].Kind == LineKind.Article)
            {
                above += i > 0 && lines[i - 1].IsCaption ? 1 : 0;
                behind += lines[i].HasTightBracket ? 1 : 0;
            }
        }

        return behind > above ? CaptionPlace.BehindNumber : CaptionPlace.Above;
    }

    private static ImmutableArray<string> Texts(SourceLines lines, int from, int to) =>
        [.. Enumerable.Range(from, Math.Max(0, to - from)).Select(i => lines[i].Text)];

    [GeneratedRegex(@"^(?:[（(].*[）)].*|(?:明治|大正|昭和|平成|令和|[0-9０-９]{4}年).{0,60}|.{0,30}第[〇一二三四五六七八九十百千0-9０-９]{1,9}号|(?:最終|直近)?(?:改正|施行|公布|制定)(?:[：:　 \d（(]|年月日|明治|大正|昭和|平成|令和).*)$")]
    private static partial Regex FrontLine();
}
