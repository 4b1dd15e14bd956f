using System.Xml.Linq;
using static Yakuba.Papers.Word;

namespace Yakuba.Papers;

/// <summary>The look of one role: a named style. Lengths in full-width characters and in lines of the grid.</summary>
internal sealed record WordStyle(string Id, string Name)
{
    internal string Align { get; init; } = "";

    internal double Left { get; init; }

    internal double First { get; init; }

    internal double Right { get; init; }

    /// <summary>Lines left free above; not between two lines of the same style.</summary>
    internal double Before { get; init; }

    internal double After { get; init; }

    internal bool KeepNext { get; init; }

    internal bool NewPage { get; init; }

    internal bool Box { get; init; }

    internal bool Gothic { get; init; }

    /// <summary>Points that its letters are larger than the text.</summary>
    internal double Larger { get; init; }

    /// <summary>Level of a heading, 1 to 9; 0 for none.</summary>
    internal int Outline { get; init; }

    /// <summary>Level of the item that it numbers, 1 to 7; 0 for none.</summary>
    internal int Item { get; init; }

    /// <summary>w:style.</summary>
    /// <param name="page">Gives sizes and fonts.</param>
    /// <param name="list">Number of the list to which item styles belong; 0 when the paper has none.</param>
    internal XElement Element(PageSetup page, int list) => E("style", A("type", "paragraph"), Id == "Normal" ? A("default", "1") : A("customStyle", IsBuiltIn ? "0" : "1"), A("styleId", Id),
        V("name", Name),
        Id == "Normal" ? null : V("basedOn", "Normal"),
        E("qFormat"),
        E("pPr",
            KeepNext ? E("keepNext") : null,
            NewPage ? E("pageBreakBefore") : null,
            Item > 0 && list > 0 ? E("numPr", V("ilvl", Item - 1), V("numId", list)) : null,
            Box ? E("pBdr", new[] { "top", "left", "bottom", "right" }.Select(s => E(s, A("val", "single"), A("sz", 4), A("space", 4), A("color", "auto")))) : null,
            Larger != 0 ? E("snapToGrid", A("val", "0")) : null, // letters of another size do not fit its cells
            Before > 0 || After > 0 ? E("spacing", Lines("before", Before, page), Lines("after", After, page)) : null,
            Left != 0 || First != 0 || Right != 0 ? Indent(Left, First, Right, page.CharacterPitch) : null,
            Before > 0 ? E("contextualSpacing") : null,
            Align.Length > 0 ? V("jc", Align) : null,
            Outline > 0 ? V("outlineLvl", Outline - 1) : null),
        Gothic || Larger != 0
            ? E("rPr",
                Gothic ? Fonts(page.HeadingFont) : null,
                Larger != 0 ? V("sz", HalfPoints(page.FontPoints + Larger)) : null,
                Larger != 0 ? V("szCs", HalfPoints(page.FontPoints + Larger)) : null)
            : null);

    internal static XElement Fonts(string name) => E("rFonts", A("ascii", name), A("eastAsia", name), A("hAnsi", name), A("cs", name));

    internal static int HalfPoints(double points) => (int)Math.Round(points * 2);

    private bool IsBuiltIn => Name.StartsWith("heading", StringComparison.Ordinal) || Name is "caption" or "footer";

    private static object[] Lines(string side, double lines, PageSetup page) => [A(side + "Lines", (int)(lines * 100)), A(side, Twips(lines * page.LinePitch))];
}
