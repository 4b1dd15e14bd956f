using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Yakuba.Documents;

/// <summary>What a browser does not show.</summary>
internal static partial class HtmlVisibility
{
    private static readonly HashSet<string> Code =
        ["script", "style", "noscript", "template", "head", "title", "meta", "link", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video", "map"];

    /// <summary>Elements that hold no text of the page.</summary>
    internal static bool IsCode(IElement element) => Code.Contains(element.LocalName);

    /// <summary>Menus of a site, which stand on every page of it.</summary>
    internal static bool IsNavigation(IElement element) =>
        element.LocalName == "nav" || string.Equals(element.GetAttribute("role"), "navigation", StringComparison.OrdinalIgnoreCase);

    /// <summary>How the element is hidden, in Japanese; null when it is shown.</summary>
    internal static string? HiddenBy(IElement element)
    {
        if (element.HasAttribute("hidden"))
        {
            return "hidden属性";
        }

        if (string.Equals(element.GetAttribute("aria-hidden"), "true", StringComparison.OrdinalIgnoreCase) && element.TextContent.Length > 40)
        {
            return "aria-hidden属性";
        }

        var style = element.GetAttribute("style") ?? "";
        return HiddenByStyle(element, style) ?? (Colour().IsMatch(style) ? null : HiddenByFont(element)); // of two colours that of the style counts
    }

    private static string? HiddenByStyle(IElement element, string style) =>
        NotDisplayed().IsMatch(style) ? "表示しない指定"
        : Tiny().IsMatch(style) ? "読めない大きさの文字"
        : OffPage().IsMatch(style) ? "画面の外に置いた文字"
        : Colour().Matches(style) is [.., { } colour] && HtmlColour.IsLost(element, colour.Groups["colour"].Value) ? "背景と同じ色の文字"
        : null;

    private static string? HiddenByFont(IElement element) =>
        element.LocalName == "font" && element.GetAttribute("color") is { } color && HtmlColour.IsLost(element, color) ? "背景と同じ色の文字" : null;

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|content-visibility\s*:\s*hidden|(?<![\w-])opacity\s*:\s*0*(\.0\d*|\.?0+)\s*(;|$|!)", RegexOptions.IgnoreCase)]
    private static partial Regex NotDisplayed();

    [GeneratedRegex(@"font-size\s*:\s*((0|0?\.\d+|[01](\.\d+)?)\s*(px|pt)?|0*(\.[01]\d*)?(em|rem|%|vw))\s*(;|$|!)|(^|;)\s*font\s*:\s*0(px|pt|em)?[\s/]|transform\s*:\s*scale\(\s*0?(\.0\d*)?\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex Tiny();

    [GeneratedRegex(@"(left|top|right|bottom|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}|translate[XY]?\([^)]*-\d{3,}|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*(inset\(\s*(50|100)%|circle\(\s*0|polygon\(\s*\))|(^|;)\s*(max-)?(height|width)\s*:\s*[01](px)?\s*(;|$)", RegexOptions.IgnoreCase)]
    private static partial Regex OffPage();

    [GeneratedRegex(@"(?:^|;)\s*color\s*:\s*(?<colour>[^;]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Colour();
}
