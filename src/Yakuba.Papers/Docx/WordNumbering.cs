using System.Xml.Linq;
using static Yakuba.Papers.Word;

namespace Yakuba.Papers;

/// <summary>Native numbering: a list of seven levels for each level at which a list of the paper begins, and the bullet.</summary>
internal sealed class WordNumbering
{
    /// <summary>w:numId of bullets.</summary>
    internal const int Bullets = 1;

    private static readonly (string Format, string Text)[] s_levels =
        [("decimalFullWidth", "第%1"), ("decimalFullWidth", "%2"), ("decimal", "(%3)"), ("aiueoFullWidth", "%4"), ("aiueoFullWidth", "(%5)"), ("lowerLetter", "%6"), ("lowerLetter", "(%7)")];

    private readonly IReadOnlyList<int> _lists;
    private readonly PageSetup _page;

    /// <param name="lists">Highest level of each list of the paper.</param>
    /// <param name="page">Gives the widths.</param>
    internal WordNumbering(IReadOnlyList<int> lists, PageSetup page) => (_lists, _page) = (lists, page);

    /// <summary>w:numId of a list.</summary>
    internal static int IdOf(int list) => Bullets + 1 + list;

    /// <summary>The list whose numbers the item styles bring along: the first.</summary>
    internal int StyleList => _lists.Count > 0 ? IdOf(0) : 0;

    /// <summary>The part word/numbering.xml.</summary>
    internal XDocument Part()
    {
        var kinds = _lists.Distinct().ToList();
        var begun = new HashSet<int>();
        return Word.Part("numbering",
            E("abstractNum", A("abstractNumId", 0), V("multiLevelType", "singleLevel"), Level(0, "bullet", "・", null, 0)),
            kinds.Select((highest, i) => E("abstractNum", A("abstractNumId", i + 1), V("multiLevelType", "multilevel"),
                s_levels.Select((l, level) => Level(level, Format(l.Format), Sign(l.Text) + "　", i == 0 ? $"Item{level + 1}" : null, Math.Max(0, level + 1 - highest))))),
            E("num", A("numId", Bullets), V("abstractNumId", 0)),
            _lists.Select((highest, list) => E("num", A("numId", IdOf(list)), V("abstractNumId", kinds.IndexOf(highest) + 1),
                begun.Add(highest) ? null : s_levels.Select((_, level) => E("lvlOverride", A("ilvl", level), V("startOverride", 1))))));
    }

    // The space after a number is part of it, as a clerk would type it: no tab stop to miss where numbers are wide.
    private XElement Level(int level, string format, string text, string? style, int column) => E("lvl", A("ilvl", level),
        V("start", 1), V("numFmt", format), style is null ? null : V("pStyle", style), V("suff", "nothing"), V("lvlText", text), V("lvlJc", "left"),
        E("pPr", Indent(column + 1, -1, 0, _page.CharacterPitch)), E("rPr", E("rFonts", A("hint", "eastAsia"))));

    private string Format(string format) => _page.IsVertical && format.StartsWith("decimal", StringComparison.Ordinal) ? "japaneseCounting" : format;

    private string Sign(string text) => _page.IsVertical ? text.Replace('(', '（').Replace(')', '）') : text;
}
