using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>The parser on real acts and ordinances, against counts that know nothing of it.</summary>
public sealed partial class RealEnactmentTests
{
    [Fact]
    public void Writing_gives_back_every_character_of_every_real_text_and_reads_as_the_same_tree() => Assert.All(RealEnactment.All, real =>
    {
        var lines = EnactmentText.Write(real.Enactment);

        Assert.Equal(Blanks.Without(string.Concat(real.Lines)), Blanks.Without(string.Concat(lines)));
        Assert.Equal(real.Enactment, EnactmentParser.Parse(lines).Enactment);
    });

    [Fact]
    public void The_lines_of_a_page_hold_every_character_that_stands_in_its_markup() => Assert.All(RealEnactment.All.Where(r => r.Name.StartsWith("law-html", StringComparison.Ordinal)), real =>
    {
        var html = Page(real);
        var text = System.Net.WebUtility.HtmlDecode(Tag().Replace(html[html.IndexOf("<BODY", StringComparison.Ordinal)..], ""));

        Assert.Equal(Blanks.Without(text), Blanks.Without(string.Concat(real.Lines)));
    });

    [Fact]
    public void A_page_has_as_many_articles_and_supplements_as_its_markup() => Assert.All(RealEnactment.All.Where(r => r.Name.StartsWith("law-html", StringComparison.Ordinal)), real =>
    {
        var html = Page(real);
        var end = html.IndexOf("NAME=\"5000000001", StringComparison.Ordinal);

        Assert.Equal(ArticleHead().Count(end < 0 ? html : html[..end]), real.Enactment.Articles.Count());
        Assert.Equal(SupplementHead().Count(html), real.Enactment.Supplements.Count());
    });

    [Fact]
    public void A_law_in_XML_has_every_provision_with_the_number_that_its_element_states() => Assert.All(RealEnactment.All.Where(r => r.Name.StartsWith("law-xml", StringComparison.Ordinal)), real =>
    {
        var law = XDocument.Load(real.Path);
        string[] names = ["Part", "Chapter", "Section", "Subsection", "Division", "Article", "Paragraph", "Item", "Subitem1", "Subitem2"];
        var stated = law.Descendants("MainProvision").Concat(law.Descendants("SupplProvision")).SelectMany(p => p.Descendants()).Where(e => names.Contains(e.Name.LocalName))
            .Select(e => Shown(e.Name.LocalName, e.Attribute("Num")!.Value.Split(':')[0]));

        Assert.Equal(stated, real.Enactment.AllProvisions.Where(p => names.Contains(p.Kind.ToString())).Select(p => Shown(p.Kind.ToString(), string.Join('_', p.Number.Parts))));
    });

    [Fact]
    public void The_same_act_as_text_and_as_a_page_has_the_same_articles()
    {
        foreach (var text in RealEnactment.All.Where(r => r.Name.StartsWith("law-text", StringComparison.Ordinal)))
        {
            var page = RealEnactment.Named($"law-html{Path.DirectorySeparatorChar}{Path.GetFileNameWithoutExtension(text.Path)}.html");

            Assert.Equal(page.Enactment.Articles.Select(a => $"{a.Label} {a.Caption}"), text.Enactment.Articles.Select(a => $"{a.Label} {a.Caption}"));
            Assert.Equal(page.Enactment.Supplements.Count(), text.Enactment.Supplements.Count());
        }
    }

    [Fact]
    public void Doubts_are_told_only_where_an_edition_lost_a_line_break() =>
        Assert.All(RealEnactment.All.SelectMany(r => r.Reading.Problems.Select(p => (r.Name, p))), found =>
        {
            Assert.StartsWith("law-text", found.Name, StringComparison.Ordinal);
            Assert.Equal("legislation-number-starts-late", found.p.Name);
        });

    /// <summary>Elements below 号 count themselves: イからハまで is the first of them, and ニ the second.</summary>
    private static string Shown(string kind, string number) => kind.StartsWith("Subitem", StringComparison.Ordinal) ? kind : $"{kind} {number}";

    private static string Page(RealEnactment real)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(932).GetString(File.ReadAllBytes(real.Path));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<DIV class=\"item\"><B>(?:<A NAME=\"[0-9]+\">)?\\s*第[^<]{1,40}条")]
    private static partial Regex ArticleHead();

    [GeneratedRegex("<B>附　則[^<]*</B>")]
    private static partial Regex SupplementHead();
}
