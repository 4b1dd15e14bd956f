using System.Xml.Linq;
using static Yakuba.Papers.Word;

namespace Yakuba.Papers;

/// <summary>Names the fonts and what may stand in for them. No font is put into the file.</summary>
internal static class WordFonts
{
    internal static XDocument Part(PageSetup page) => Word.Part("fonts",
        new[] { (page.Font, IsSerif: true), (page.HeadingFont, IsSerif: false) }.Distinct().Select(f => E("font", A("name", PrintableText.OneLine(f.Item1)),
            V("altName", FontNames.Others(f.Item1, f.IsSerif)[0]), V("panose1", f.IsSerif ? "02020609040205080304" : "020B0609070205080204"), V("charset", "80"), V("family", f.IsSerif ? "roman" : "modern"), V("pitch", "fixed"))));
}
