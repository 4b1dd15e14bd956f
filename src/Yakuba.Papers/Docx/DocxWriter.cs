using System.Globalization;
using System.Xml.Linq;
using static Yakuba.Papers.Word;

namespace Yakuba.Papers;

/// <summary>Writes a paper as a Word document with named styles, native numbering and a page grid. Equal input gives equal bytes.</summary>
public static class DocxWriter
{
    private static readonly XNamespace s_core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace s_dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace s_terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace s_instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Writes the file.</summary>
    /// <param name="paper">The paper; its changes, where it has any, become tracked changes.</param>
    /// <param name="options">What the file says of itself.</param>
    public static PaperOutcome Write(Paper paper, DocxOptions? options = null)
    {
        if (PaperCheck.Of(paper) is { } problem)
        {
            return new RefusedPaper(problem);
        }

        var said = options ?? DocxOptions.Plain;
        var places = ItemPlaces.Of(paper);
        var numbering = new WordNumbering(places.Highest, paper.Page);
        var content = DocxPackage.Write(Core(paper, said), new WordBody(paper, places, said).Part(), new Dictionary<string, XDocument>
        {
            ["styles"] = WordStyles.Part(paper.Page, numbering.StyleList),
            ["numbering"] = numbering.Part(),
            ["settings"] = WordSettings.Part(),
            ["fontTable"] = WordFonts.Part(paper.Page),
            ["footer"] = Footer(),
        });
        return new WrittenPaper(content, PaperNotes.Of(paper));
    }

    // No company, no person, no program and no times of editing: docProps/app.xml is left out whole.
    private static XDocument Core(Paper paper, DocxOptions options) => new(new XElement(s_core + "coreProperties",
        new XAttribute(XNamespace.Xmlns + "cp", s_core), new XAttribute(XNamespace.Xmlns + "dc", s_dc), new XAttribute(XNamespace.Xmlns + "dcterms", s_terms), new XAttribute(XNamespace.Xmlns + "xsi", s_instance),
        new XElement(s_dc + "title", PrintableText.OneLine(paper.Title)),
        paper.Creator.Length > 0 ? new XElement(s_dc + "creator", PrintableText.OneLine(paper.Creator)) : null,
        new XElement(s_dc + "language", "ja-JP"),
        options.CreatedAt is { } at ? new XElement(s_terms + "created", new XAttribute(s_instance + "type", "dcterms:W3CDTF"), at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)) : null));

    private static XDocument Footer() => Word.Part("ftr", E("p", E("pPr", V("pStyle", "Footer")),
        Field("begin"), E("r", E("instrText", " PAGE ")), Field("separate"), E("r", E("t", "1")), Field("end")));

    private static XElement Field(string kind) => E("r", E("fldChar", A("fldCharType", kind)));
}
