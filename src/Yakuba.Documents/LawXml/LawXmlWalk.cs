using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Walks a law once, keeping the provision it stands in.</summary>
internal sealed class LawXmlWalk(SafeXml xml, ReadSource source)
{
    private string _supplement = "";
    private string _supplementBy = "";
    private readonly Dictionary<string, int> _supplements = [];
    private string _article = "";
    private string _caption = "";
    private string _label = "";
    private string _paragraph = "";
    private string _paragraphPath = "";
    private string _head = "";

    internal List<Block> Blocks { get; } = [];

    internal string Title { get; private set; } = "";

    internal DateOnly? Promulgated { get; private set; }

    /// <summary>Reads the element the reader stands on, to its end.</summary>
    internal void Law()
    {
        Promulgated = PromulgationDay();
        Element(xml.Name);
    }

    private void Element(string name)
    {
        switch (name)
        {
            case "LawNum": Plain(new ParagraphBlock(Text(), Place("本則前"))); break;
            case "LawTitle": Title = Text(); break;
            case "TOC": xml.SkipElement(); source.Notes.Skipped("目次", "本文と重なります"); break;
            case "PartTitle": Heading(1); break;
            case "ChapterTitle": Heading(2); break;
            case "SectionTitle": Heading(3); break;
            case "SubsectionTitle": Heading(4); break;
            case "DivisionTitle": Heading(5); break;
            case "SupplProvision": Supplement(); break;
            case "SupplProvisionLabel": Plain(new HeadingBlock(Label(Text()), Place(_supplement), 1)); break;
            case "Article": Article(); break;
            case "ArticleCaption" or "ParagraphCaption": _caption = Text().Trim('（', '）', '(', ')'); break;
            case "ArticleTitle": _label = Text(); break;
            case "Paragraph": Paragraph(); break;
            case "Item": Part("Item", _paragraphPath + Numbered(xml["Num"], "号")); break;
            case "TableStruct" or "Table": LawXmlTable.Read(xml, source, Blocks, Place(Here())); break;
            case "Sentence" or "ListSentence" or "ArithFormula": Continue(Text()); break;
            case "AppdxTableTitle" or "AppdxStyleTitle" or "AppdxFormatTitle" or "AppdxTitle" or "AppdxNoteTitle" or "AppdxFigTitle": Annex(); break;
            case "Fig": source.Notes.Skipped("図", "画像は読み取りません"); xml.SkipElement(); break;
            default: Inner(); break;
        }
    }

    private void Inner()
    {
        foreach (var child in xml.Children())
        {
            Element(child);
        }
    }

    private void Supplement()
    {
        _supplementBy = xml["AmendLawNum"] is { Length: > 0 } by ? $"（{StatedDate.NormalNumbers(by)}）" : "";
        var name = "附則" + _supplementBy;
        var times = _supplements[name] = _supplements.GetValueOrDefault(name) + 1;
        _supplement = times == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}その{times}");
        (_article, _caption, _label, _paragraphPath) = (_supplement, "", "", "");
        Inner();
        (_supplement, _article) = ("", "");
    }

    private void Article()
    {
        _article = _supplement + Numbered(xml["Num"], "条");
        (_caption, _label, _paragraphPath) = ("", "", "");
        Inner();
        (_article, _caption) = (_supplement, "");
    }

    private void Paragraph()
    {
        var number = xml["Num"] ?? "";
        var inArticle = _article.Length > _supplement.Length;
        if (!inArticle)
        {
            _caption = "";
        }

        var path = inArticle && number is "1" or "" ? _article : $"{_article}第{number}項";
        _paragraphPath = $"{_article}第{(number.Length == 0 ? "1" : number)}項";
        _paragraph = path;
        _head = "";
        foreach (var child in xml.Children())
        {
            switch (child)
            {
                case "ParagraphNum": _head = Text(); break;
                case "ParagraphSentence":
                    Emit(path, (_label.Length > 0 ? _label + "　" : "") + (_head.Length > 0 ? _head + "　" : "") + Columns());
                    _label = "";
                    break;
                default: Element(child); break;
            }
        }

        _paragraph = "";
    }

    /// <summary>An Item or SubitemN: its title, its sentence, what lies below.</summary>
    private void Part(string name, string path)
    {
        var title = "";
        foreach (var child in xml.Children())
        {
            if (child == name + "Title")
            {
                title = Text();
            }
            else if (child == name + "Sentence")
            {
                Emit(path, (title.Length > 0 ? title + "　" : "") + Columns());
            }
            else if (child.StartsWith("Subitem", StringComparison.Ordinal))
            {
                Part(child, path + SubTitle(xml["Num"], child));
            }
            else
            {
                var outer = _paragraph;
                _paragraph = path;
                Element(child);
                _paragraph = outer;
            }
        }
    }

    private static string SubTitle(string? number, string name)
    {
        var n = ProvisionNumber.Parse((number ?? "").Split('_', ':')[0]) ?? 0;
        const string Iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
        return name == "Subitem1" && n >= 1 && n <= Iroha.Length
            ? Iroha[n - 1].ToString()
            : string.Create(CultureInfo.InvariantCulture, $"({n})");
    }

    /// <summary>Sentences of the current element; columns are set apart by an ideographic space.</summary>
    private string Columns()
    {
        var parts = new List<string>();
        foreach (var child in xml.Children())
        {
            parts.Add((child == "Column" && parts.Count > 0 ? "　" : "") + Text());
        }

        return string.Concat(parts);
    }

    private void Emit(string path, string text) => Plain(new ArticleBlock(text, Place(path), _article, _caption, path));

    private void Continue(string text)
    {
        if (_article.Length > 0)
        {
            Emit(Here(), text);
        }
        else
        {
            Plain(new ParagraphBlock(text, Place("本則前")));
        }
    }

    private void Heading(int level) => Plain(new HeadingBlock(Text(), Place(Title.Length > 0 ? Title : "本則"), level));

    private void Annex()
    {
        var text = Text();
        _article = "";
        Plain(new HeadingBlock(text, Place(StatedDate.NormalNumbers(text)), 1));
    }

    private void Plain(Block block)
    {
        var text = TextCleaning.TrimBlank(TextCleaning.Clean(block.Text));
        if (text.Length > 0)
        {
            Blocks.Add(block with { Text = text });
        }
    }

    private string Here() => _paragraph.Length > 0 ? _paragraph : _article.Length > 0 ? _article : "本則前";

    private string Label(string label) => label + _supplementBy;

    private string Text() => LawXmlText.Of(xml);

    private static ArticleLocator Place(string path) => new(path);

    /// <summary>"12_2" with 条 → "第12条の2".</summary>
    private static string Numbered(string? number, string unit)
    {
        var parts = (number ?? "").Split(':')[0].Split('_');
        return $"第{parts[0]}{unit}" + string.Concat(parts.Skip(1).Select(p => "の" + p));
    }

    private DateOnly? PromulgationDay()
    {
        var year = ProvisionNumber.Parse(xml["Year"] ?? "");
        var first = xml["Era"] switch { "Meiji" => 1867, "Taisho" => 1911, "Showa" => 1925, "Heisei" => 1988, "Reiwa" => 2018, _ => 0 };
        return first > 0 && year is >= 1 and { } y && ProvisionNumber.Parse(xml["PromulgateMonth"] ?? "") is { } month && ProvisionNumber.Parse(xml["PromulgateDay"] ?? "") is { } day
            ? StatedDate.Day(first + y, month, day)
            : null;
    }
}
