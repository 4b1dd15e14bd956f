using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Yakuba.Papers.Tests;

/// <summary>The structure of each golden paper as Word gets it: styles, numbers, indents, text. To write the files anew after a wanted change, set YAKUBA_GOLDEN=write, and look at what git shows.</summary>
public sealed class GoldenTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory, MemberData(nameof(GoldenPapers.Names), MemberType = typeof(GoldenPapers))]
    public void The_structure_is_that_of_the_file(string name)
    {
        var outline = Outline(Written.Docx(GoldenPapers.All[name]));
        var file = Path.Combine(Folder(), name + ".txt");
        if (Environment.GetEnvironmentVariable("YAKUBA_GOLDEN") == "write")
        {
            File.WriteAllText(file, outline);
        }

        Assert.Equal(File.ReadAllText(file), outline);
    }

    [Fact]
    public void A_line_that_lost_its_style_is_noticed() =>
        Assert.NotEqual(Outline(Written.Docx(Letters.Report)), Outline(Written.Docx(Letters.Report with { Blocks = [.. Letters.Report.Blocks.Select(b => b is PaperLine { Role: LineRole.Sender } l ? l with { Role = LineRole.Body } : b)] })));

    private static string Outline(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        var text = new StringBuilder();
        foreach (var element in XDocument.Load(part).Descendants().Where(e => e.Name == W + "p" || e.Name == W + "tr" || e.Name == W + "sectPr"))
        {
            text.Append(element.Name.LocalName switch
            {
                "tr" => $"row{(element.Descendants(W + "tblHeader").Any() ? " head" : "")} {Change(element.Element(W + "trPr"))}\n",
                "sectPr" => $"page {string.Join(' ', element.Descendants().Select(Said))}\n",
                _ => Paragraph(element),
            });
        }

        return text.ToString();
    }

    private static string Paragraph(XElement p)
    {
        var properties = p.Element(W + "pPr")!;
        var said = properties.Elements().Where(e => e.Name != W + "pStyle" && e.Name != W + "rPr").Select(e => e.Name == W + "numPr" ? $"num {string.Join(':', e.Elements().Select(v => (string)v.Attribute(W + "val")!).Reverse())}" : Said(e));
        return $"  {(string)properties.Element(W + "pStyle")!.Attribute(W + "val")!}{string.Concat(said.Select(s => $" ({s})"))}{Change(properties.Element(W + "rPr"))} | {string.Concat(p.Elements().Select(Runs))}\n";
    }

    private static string Runs(XElement e) => e.Name.LocalName switch
    {
        "ins" => $"[+{string.Concat(e.Elements().Select(Runs))}+]",
        "del" => $"[-{string.Concat(e.Elements().Select(Runs))}-]",
        "r" => string.Concat(e.Descendants().Select(d => d.Name.LocalName switch { "t" or "delText" => d.Value, "tab" => "→", "br" => "↵", "u" => "_", "b" => "*", "em" => "﹅", "fitText" => $"<{(string)d.Attribute(W + "val")!}>", "rt" => "^", _ => "" })),
        _ => "",
    };

    private static string Change(XElement? properties) => properties?.Element(W + "ins") is not null ? " +" : properties?.Element(W + "del") is not null ? " -" : "";

    private static string Said(XElement e) => $"{e.Name.LocalName}{string.Concat(e.Attributes().Select(a => $" {a.Name.LocalName}={a.Value}"))}";

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Yakuba.slnx")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "tests", "Yakuba.Papers.Tests", "Golden", "files");
    }
}
