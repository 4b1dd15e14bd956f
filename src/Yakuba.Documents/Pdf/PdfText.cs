using System.Text;

namespace Yakuba.Documents;

/// <summary>Joins lines of a page to running text.</summary>
internal static class PdfText
{
    /// <summary>Lines of one block as one text: no space between Japanese, one between Latin words, hyphens kept.</summary>
    internal static string Join(IEnumerable<PdfLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(text.Length == 0 ? line.Text : JapaneseLines.Glue(text, line.Text));
        }

        return text.ToString();
    }
}
