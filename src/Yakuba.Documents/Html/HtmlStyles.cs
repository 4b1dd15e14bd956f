using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Yakuba.Documents;

/// <summary>Writes what the style sheets within a page say about sight into each element they speak of, so that a class hides no better than an attribute.</summary>
/// <remarks>Rules hold in their order, an attribute over them; how specific a selector is does not count. Rules for print, narrow or dark screens, or for programs that lack something (@supports not), are left out.</remarks>
internal static partial class HtmlStyles
{
    /// <summary>Comparisons of an element with a selector, at most.</summary>
    private const int MostWork = 4_000_000;
    private static readonly HashSet<string> Matters =
    [
        "display", "visibility", "content-visibility", "opacity", "font-size", "font", "color", "background", "background-color", "background-image", "left", "top", "right", "bottom", "text-indent",
        "margin-left", "margin-top", "transform", "clip", "clip-path", "height", "width", "max-height", "max-width",
    ];

    internal static void Inline(IDocument page, ReadSource source)
    {
        var rules = page.QuerySelectorAll("style").Where(s => !IsElsewhere(s.GetAttribute("media") ?? "")).SelectMany(s => Rules(s.TextContent)).ToList();
        if (rules.Count == 0)
        {
            return;
        }

        var most = MostWork / Math.Max(1, page.All.Length);
        if (rules.Count > most)
        {
            source.Notes.Skipped("ページのスタイルの一部", "規則が多すぎるため、見えない文字を調べきれていません");
        }

        var styles = new Dictionary<IElement, Dictionary<string, string>>();
        foreach (var (selector, properties) in rules.Take(most))
        {
            source.Cancel.ThrowIfCancellationRequested();
            foreach (var element in Matches(page, selector))
            {
                var style = styles.TryGetValue(element, out var known) ? known : styles[element] = [];
                foreach (var (name, value) in properties)
                {
                    style[name] = value;
                }
            }
        }

        foreach (var (element, style) in styles)
        {
            foreach (var (name, value) in Declarations(element.GetAttribute("style") ?? ""))
            {
                style[name] = value;
            }

            element.SetAttribute("style", string.Join(';', style.Select(p => $"{p.Key}:{p.Value}")));
        }
    }

    /// <summary>Selectors and the declarations that bear on sight.</summary>
    private static IEnumerable<(string Selector, List<(string, string)> Properties)> Rules(string sheet)
    {
        foreach (Match rule in Rule().Matches(Unwrap(Comment().Replace(sheet, " "))))
        {
            var properties = Declarations(rule.Groups["body"].Value).Where(d => Matters.Contains(d.Name)).ToList();
            if (properties.Count > 0)
            {
                yield return (rule.Groups["selector"].Value.Trim(), properties);
            }
        }
    }

    /// <summary>Takes rules for a wide screen out of their @media, @layer or @supports, and drops all others.</summary>
    private static string Unwrap(string sheet)
    {
        var text = new System.Text.StringBuilder();
        for (var at = 0; at < sheet.Length;)
        {
            var media = sheet.IndexOf('@', at);
            var open = media < 0 ? -1 : sheet.IndexOfAny(['{', ';'], media);
            if (open < 0)
            {
                return text.Append(sheet, at, (media < 0 ? sheet.Length : media) - at).ToString();
            }

            text.Append(sheet, at, media - at);
            var condition = sheet[media..open];
            // What holds is read on within its braces, where more conditions may stand; the brace left over parts no rule.
            var holds = sheet[open] == '{' && Holds().Match(condition) is { Success: true } match && !IsElsewhere(match.Groups["media"].Value);
            at = (holds || sheet[open] == ';' ? open : Close(sheet, open)) + 1;
        }

        return text.ToString();
    }

    /// <summary>None of the media that are named, with commas between them, is a wide screen.</summary>
    private static bool IsElsewhere(string media) =>
        !string.IsNullOrWhiteSpace(media) && media.Split(',').All(one => Elsewhere().IsMatch(one) != Negated().IsMatch(one));

    private static int Close(string sheet, int open)
    {
        var depth = 0;
        for (var i = open; i < sheet.Length; i++)
        {
            depth += sheet[i] == '{' ? 1 : sheet[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return sheet.Length - 1;
    }

    private static IEnumerable<(string Name, string Value)> Declarations(string body) => body.Split(';')
        .Select(d => (Text: d, Colon: d.IndexOf(':', StringComparison.Ordinal))).Where(d => d.Colon > 0)
        .Select(d => (d.Text[..d.Colon].Trim().ToLowerInvariant(), d.Text[(d.Colon + 1)..].Trim()));

    private static IEnumerable<IElement> Matches(IDocument page, string selector)
    {
        try
        {
            return page.QuerySelectorAll(selector);
        }
        catch (DomException)
        {
            return []; // No selector that a browser would know either.
        }
    }

    [GeneratedRegex(@"^@(?:layer\b|supports\b(?!\s*not\b)|media\b(?<media>.*))", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Holds();

    [GeneratedRegex(@"/\*.*?(\*/|$)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<selector>[^{}@]{1,500})\{(?<body>[^{}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*not\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negated();

    [GeneratedRegex(@"\bprint\b|max-width|max-device|\bspeech\b|\bwidth\s*<|>=?\s*width\b|prefers-color-scheme\s*:\s*dark", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
