using AngleSharp.Dom;

namespace Yakuba.Documents;

/// <summary>Finds the element that holds the text of a page.</summary>
internal static class HtmlBody
{
    /// <summary>The text column of an ordinance-database page (its outline, system and history stand beside it); else the whole body.</summary>
    internal static IElement? Of(IDocument page, ReadSource source)
    {
        if (page.QuerySelector("#primary.joubun, #primary .joubun, #honbun") is { } text && text.TextContent.Length > 100)
        {
            source.Notes.Skipped("条項目次・体系情報・沿革情報の欄", "例規集の画面の案内で、本文ではありません");
            return text;
        }

        return page.Body;
    }
}
