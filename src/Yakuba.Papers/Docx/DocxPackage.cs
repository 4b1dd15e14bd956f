using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Yakuba.Papers;

/// <summary>Puts the parts of a Word document into its file: always in the same order, with one and the same time.</summary>
internal static class DocxPackage
{
    internal const string FooterId = "rId5";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static readonly XNamespace s_types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace s_relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the first that the format knows
    private static readonly (string Id, string Name)[] s_parts = [("rId1", "styles"), ("rId2", "numbering"), ("rId3", "settings"), ("rId4", "fontTable"), (FooterId, "footer")];

    /// <param name="core">docProps/core.xml.</param>
    /// <param name="document">word/document.xml.</param>
    /// <param name="parts">The others in word/ by name.</param>
    internal static byte[] Write(XDocument core, XDocument document, IReadOnlyDictionary<string, XDocument> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", Types());
            Add(zip, "_rels/.rels", Relationships(("rId1", Office + "officeDocument", "word/document.xml"), ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")));
            Add(zip, "docProps/core.xml", core);
            Add(zip, "word/_rels/document.xml.rels", Relationships([.. s_parts.Select(p => (p.Id, Office + p.Name, p.Name + ".xml"))]));
            Add(zip, "word/document.xml", document);
            foreach (var (_, name) in s_parts)
            {
                Add(zip, $"word/{name}.xml", parts[name]);
            }
        }

        return file.ToArray();
    }

    private static XDocument Types() => new(new XElement(s_types + "Types",
        new XElement(s_types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        new XElement(s_types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
        Override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        Override("/word/document.xml", Kind + "document.main+xml"),
        s_parts.Select(p => Override($"/word/{p.Name}.xml", $"{Kind}{p.Name}+xml"))));

    private static XElement Override(string part, string type) => new(s_types + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", type));

    private static XDocument Relationships(params (string Id, string Type, string Target)[] relations) => new(new XElement(s_relations + "Relationships",
        relations.Select(r => new XElement(s_relations + "Relationship", new XAttribute("Id", r.Id), new XAttribute("Type", r.Type), new XAttribute("Target", r.Target)))));

    private static void Add(ZipArchive zip, string name, XDocument part)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = s_time;
        using var stream = entry.Open();
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None });
        part.Save(writer);
    }
}
