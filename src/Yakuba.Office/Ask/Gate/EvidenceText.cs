using Yakuba.Office.Library.Searching;

namespace Yakuba.Office.Ask.Gate;

/// <summary>What counts as said by a passage: its own text under its title and headings.</summary>
internal static class EvidenceText
{
    internal static string Of(FoundPassage p)
    {
        IEnumerable<string> parts = [p.Title, .. p.HeadingPath, p.Question, p.Text];
        return string.Join('\n', parts.Where(t => t.Length > 0));
    }
}
