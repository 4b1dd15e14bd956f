using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Finds fonts whose codes nothing maps to characters: no ToUnicode map, and no collection of characters that poppler knows.</summary>
/// <remarks>Poppler then prints the numbers of glyphs as if they were characters: text that looks like one and is none.</remarks>
internal static partial class PdfFonts
{
    private const int Seconds = 6;

    /// <summary>Where poppler-data keeps the characters of Adobe-Japan1.</summary>
    private const string Collection = "/usr/share/poppler/cidToUnicode/Adobe-Japan1";

    /// <returns>Names of such fonts as <see cref="Name"/> gives them.</returns>
    internal static HashSet<string> Unmapped(ReadSource source, ScratchFile file, int pages)
    {
        if (ChildProgram.Run(source, Seconds + (pages / 20), "pdffonts", file.Name) is not { } listed)
        {
            return [];
        }

        var fonts = Listed().Matches(Encoding.UTF8.GetString(listed.Output.ToArray()));
        var known = File.Exists(Collection);
        var unmapped = fonts.Where(f => !known || f.Groups["encoding"].Value.StartsWith("Identity", StringComparison.Ordinal)).Select(f => Name(f.Groups["name"].Value)).ToHashSet();
        return unmapped.Count == 0 || !known || PdfObjects.Texts(source.Content).Any(Identity().IsMatch) ? unmapped : [];
    }

    /// <summary>The name of a font without the six letters that mark a part of it.</summary>
    internal static string Name(string font) => Subset().Replace(font.Trim(), "");

    /// <summary>A font of many glyphs without a ToUnicode map, as <c>pdffonts</c> lists it.</summary>
    [GeneratedRegex(@"^(?<name>\S.*?)\s+CID (?:Type 0C?|TrueType)(?: \(OT\))?\s+(?<encoding>\S+)\s+(?:yes|no)\s+(?:yes|no)\s+no\s+\d+\s+\d+\s*$", RegexOptions.Multiline)]
    private static partial Regex Listed();

    [GeneratedRegex(@"/Ordering\s*(?:\(Identity\)|<4964656[eE]74697479>)")]
    private static partial Regex Identity();

    [GeneratedRegex("^[A-Z]{6}\\+")]
    private static partial Regex Subset();
}
