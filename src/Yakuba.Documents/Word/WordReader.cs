namespace Yakuba.Documents;

/// <summary>Reads a Word document: its accepted text, in order.</summary>
internal static class WordReader
{
    internal static Document Read(ReadSource source, ZipContainer zip, string main)
    {
        var relations = PartRelations.Of(zip, main);
        var parts = new WordParts(
            WordStyles.Read(zip, Target("/styles")),
            WordNumbering.Read(zip, Target("/numbering")),
            WordNotes.Read(source, zip, Target("/footnotes"), "footnote"),
            WordNotes.Read(source, zip, Target("/endnotes"), "endnote"));
        var walk = new WordWalk(source, parts);
        using (var xml = zip.Xml(main) ?? throw ZipDirectory.Damaged(source, "文書の本体がない"))
        {
            while (xml.Next())
            {
                if (xml.IsElement && xml.Name == "body")
                {
                    walk.Body(xml);
                }
            }
        }

        WordExtras.Report(source, zip, relations);
        var title = walk.Title ?? WordTitle.Of(walk.Blocks, walk.Centred) ?? source.FallbackTitle;
        return OrdinanceStructure.Apply(new Document(title, DocumentKind.Word, walk.Blocks, [], DocumentDates.None), source);

        string Target(string type) => relations.Values.FirstOrDefault(r => r.Type.EndsWith(type, StringComparison.Ordinal)).Target ?? "";
    }
}

/// <summary>What the body of a Word document refers to.</summary>
internal sealed record WordParts(WordStyles Styles, WordNumbering Numbering, IReadOnlyDictionary<string, string> Footnotes, IReadOnlyDictionary<string, string> Endnotes);
