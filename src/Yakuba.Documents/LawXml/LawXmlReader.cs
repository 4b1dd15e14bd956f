namespace Yakuba.Documents;

/// <summary>Reads law XML of the e-Gov standard schema.</summary>
internal static class LawXmlReader
{
    internal static Document Read(ReadSource source)
    {
        using var xml = new SafeXml(new MemoryStream(source.Content, writable: false), source);
        while (xml.Next() && !xml.IsElement)
        {
            // To the root element.
        }

        if (source.Limits.AsEnactment)
        {
            return LawXmlLines.Read(xml, source);
        }

        var walk = new LawXmlWalk(xml, source);
        walk.Law();
        var title = walk.Title.Length > 0 ? walk.Title : source.FallbackTitle;
        var document = new Document(title, DocumentKind.LawXml, walk.Blocks, [], DocumentDates.None);
        var dates = StatedDates.OfProvisions(document);
        return document with { Dates = dates with { Promulgated = walk.Promulgated ?? dates.Promulgated } };
    }
}
