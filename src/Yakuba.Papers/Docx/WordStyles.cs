using System.Xml.Linq;
using static Yakuba.Papers.Word;

namespace Yakuba.Papers;

/// <summary>The named styles of a paper, one for each role.</summary>
internal static class WordStyles
{
    internal const string TableText = "TableText";
    internal const string TableHead = "TableHead";

    /// <summary>Characters that a 件名 is drawn in on both sides.</summary>
    internal const int SubjectSide = 3;

    private static readonly IReadOnlyList<WordStyle> s_all =
    [
        new("Normal", "Normal"),
        new("Honbun", "本文") { First = 1 },
        new("Number", "文書番号") { Align = "right", Right = 1 },
        new("Hizuke", "日付") { Align = "right", Right = 1 },
        new("Atena", "宛名") { Left = 1, Before = 1, Align = "left" },
        new("Hasshin", "発信者") { Align = "right", Right = 1, Before = 1 },
        new("Seal", "公印省略") { Align = "right", Right = 1 },
        new("Subject", "標題") { Align = "center", Left = SubjectSide, Right = SubjectSide, Before = 1, After = 1, KeepNext = true },
        new("Flush", "字下げなし"),
        new("Closing", "結語") { Align = "right", Right = 1 },
        new("Ki", "記") { Align = "center", Before = 1, After = 1, KeepNext = true },
        .. Enumerable.Range(1, PaperLine.DeepestItem).Select(i => new WordStyle($"Item{i}", $"項目{i}") { Item = i }),
        new("ItemBody", "項目の本文") { First = 1 },
        new("Bullet", "箇条書"),
        new("Labelled", "見出し付き"),
        new("End", "以上") { Align = "right", Right = 1 },
        new("Attachment", "別紙") { Align = "right", NewPage = true, KeepNext = true },
        new("Heading", "表題") { Align = "center", Before = 1, After = 1, Larger = 2, KeepNext = true },
        new("Heading1", "heading 1") { Before = 1, Gothic = true, KeepNext = true, Outline = 1, Larger = 1, Align = "left" },
        new("Heading2", "heading 2") { Before = 0.5, Gothic = true, KeepNext = true, Outline = 2, Align = "left" },
        new("Heading3", "heading 3") { Gothic = true, KeepNext = true, Outline = 3, Left = 1, Align = "left" },
        new("TableCaption", "caption") { Before = 0.5, KeepNext = true, Align = "left" },
        new("Note", "備考") { Larger = -1.5, Left = 1, First = -1 },
        new("Contact", "担当") { Before = 2, Box = true, Align = "left" },
        new(TableText, "表"),
        new(TableHead, "表見出し") { Align = "center", KeepNext = true },
        new("Footer", "footer") { Align = "center" },
    ];

    private static readonly Dictionary<string, WordStyle> s_byId = s_all.ToDictionary(s => s.Id);

    internal static WordStyle Of(PaperLine line) => s_byId[line.Role switch
    {
        LineRole.Body => "Honbun",
        LineRole.DocumentNumber => "Number",
        LineRole.Date => "Hizuke",
        LineRole.Addressee => "Atena",
        LineRole.Sender => "Hasshin",
        LineRole.SealNote => "Seal",
        LineRole.Subject => "Subject",
        LineRole.Flush => "Flush",
        LineRole.Closing => "Closing",
        LineRole.Ki => "Ki",
        LineRole.Item => $"Item{line.Level}",
        LineRole.ItemBody => "ItemBody",
        LineRole.Bullet => "Bullet",
        LineRole.Labelled => "Labelled",
        LineRole.End => "End",
        LineRole.Attachment => "Attachment",
        LineRole.Heading => "Heading",
        LineRole.Subheading => $"Heading{line.Level}",
        LineRole.Caption => "TableCaption",
        LineRole.Note => "Note",
        LineRole.Contact => "Contact",
        _ => throw new ArgumentOutOfRangeException(nameof(line), line.Role, "a role without a style"),
    }];

    /// <summary>The part word/styles.xml.</summary>
    internal static XDocument Part(PageSetup page, int list) => Word.Part("styles",
        E("docDefaults",
            E("rPrDefault", E("rPr",
                WordStyle.Fonts(page.Font),
                V("kern", 2),
                V("sz", WordStyle.HalfPoints(page.FontPoints)),
                V("szCs", WordStyle.HalfPoints(page.FontPoints)),
                E("lang", A("val", "en-US"), A("eastAsia", "ja-JP"), A("bidi", "ar-SA")))),
            E("pPrDefault", E("pPr", E("widowControl", A("val", "0")), E("kinsoku"), E("overflowPunct"), V("jc", "both")))),
        s_all.Select(s => s.Element(page, list)),
        E("style", A("type", "table"), A("default", "1"), A("styleId", "TableNormal"), V("name", "Normal Table"), V("uiPriority", 99), E("semiHidden"),
            E("tblPr", E("tblInd", A("w", 0), A("type", "dxa")), Margins())),
        E("style", A("type", "table"), A("customStyle", "1"), A("styleId", "Grid"), V("name", "罫線の表"), V("basedOn", "TableNormal"),
            E("tblPr",
                E("tblBorders", new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(s => E(s, A("val", "single"), A("sz", 4), A("space", 0), A("color", "auto")))),
                Margins())));

    private static XElement Margins() => E("tblCellMar", new[] { ("top", 20), ("left", 85), ("bottom", 20), ("right", 85) }.Select(m => E(m.Item1, A("w", m.Item2), A("type", "dxa"))));
}
