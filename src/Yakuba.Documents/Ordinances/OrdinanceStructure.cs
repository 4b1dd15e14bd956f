namespace Yakuba.Documents;

/// <summary>Finds 条・項・号, 附則 and annexes in blocks of any format. A document that is no ordinance comes back as it was.</summary>
internal static class OrdinanceStructure
{
    internal static Document Apply(Document document, ReadSource source)
    {
        if (source.Limits.AsEnactment)
        {
            return document;
        }

        if (!LooksLikeProvisions(document.Blocks))
        {
            return document with { Dates = StatedDates.OfPlain(document) };
        }

        var blocks = new ProvisionBuilder(document.Blocks).Build();
        var structured = document with { Blocks = blocks };
        return structured with { Dates = StatedDates.OfProvisions(structured) };
    }

    /// <summary>At least 第一条 and one further article in order, or 第一条 with a 附則.</summary>
    private static bool LooksLikeProvisions(IReadOnlyList<Block> blocks)
    {
        int inOrder = 0, last = 0;
        var supplement = false;
        foreach (var block in blocks)
        {
            if (block is TableRowBlock or ArticleBlock)
            {
                continue;
            }

            var text = TextCleaning.TrimBlank(block.Text);
            supplement |= ProvisionLines.Supplement().IsMatch(text);
            var article = ProvisionLines.Article().Match(text);
            if (article.Success && ProvisionNumber.Normal(article.Groups["label"].Value) is { } label)
            {
                var number = ProvisionNumber.Key(label)[0];
                inOrder += (inOrder == 0 && number == 1) || (inOrder > 0 && number >= last && number <= last + 30) ? 1 : 0;
                last = inOrder > 0 ? number : 0;
            }
        }

        return inOrder >= 2 || (inOrder == 1 && supplement);
    }
}
