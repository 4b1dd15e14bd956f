using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Yakuba.Documents;

/// <summary>Inline text of a page with the white space a browser would show.</summary>
internal static partial class HtmlText
{
    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figure",
        "footer", "form", "header", "hgroup", "hr", "legend", "li", "main", "nav", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul", "ol",
    ];

    internal static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Appends text with runs of white space made one space; the ideographic space is text and stays.</summary>
    internal static void Append(StringBuilder run, string text, bool keepLines)
    {
        if (keepLines)
        {
            run.Append(text);
            return;
        }

        foreach (var c in text)
        {
            if (c is not (' ' or '\n' or '\t'))
            {
                run.Append(c);
            }
            else if (run.Length > 0 && run[^1] is not (' ' or '\n'))
            {
                run.Append(' ');
            }
        }
    }

    /// <summary>Visible text of an element, without ruby readings and code; blocks and breaks become line feeds.</summary>
    internal static string Of(IElement element)
    {
        var run = new StringBuilder();
        Gather(element, run);
        return string.Join('\n', run.ToString().Split('\n').Select(Tidy).Where(l => l.Length > 0));
    }

    /// <summary>Drops the spaces that only broke a line of source: between Japanese characters there is none.</summary>
    internal static string Tidy(string text) => TextCleaning.TrimBlank(SourceSpace().Replace(text, ""));

    private static void Gather(IElement element, StringBuilder run)
    {
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text)
            {
                Append(run, text.Data, keepLines: false);
            }
            else if (node is IElement child && !HtmlVisibility.IsCode(child) && HtmlVisibility.HiddenBy(child) is null && child.LocalName is not ("rt" or "rp"))
            {
                var breaks = child.LocalName == "br" || IsBlock(child.LocalName);
                run.Append(breaks ? "\n" : "");
                Gather(child, run);
                run.Append(breaks ? "\n" : "");
            }
        }
    }

    [GeneratedRegex(@"(?<=[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60\uFFE0-\uFFEF])[ ]+|[ ]+(?=[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60\uFFE0-\uFFEF])")]
    private static partial Regex SourceSpace();
}
