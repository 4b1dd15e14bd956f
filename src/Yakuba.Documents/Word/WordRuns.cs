using System.Globalization;
using System.Text;

namespace Yakuba.Documents;

/// <summary>Reads one paragraph: runs in order, insertions accepted, deletions left out, hidden text set aside.</summary>
internal sealed class WordRuns(ReadSource source, WordParagraphContext context)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _hidden = new();
    private readonly StringBuilder _deleted = new();
    private readonly List<(string, string)> _notes = [];
    private readonly List<string> _boxes = [];
    private readonly List<string> _pictures = [];
    private string? _style;
    private int? _outline;
    private int? _number;
    private int? _level;
    private bool _centred;
    private bool _shaded;

    private bool IsShaded => _shaded || context.Shaded;

    /// <summary>Reads the paragraph the reader stands on, to its end.</summary>
    internal WordParagraph Read(SafeXml paragraph)
    {
        Content(paragraph, deleted: false);
        source.Notes.Hidden("隠し文字", "", _hidden.ToString());
        source.Notes.Hidden("変更履歴で削除された文字", "", _deleted.ToString());
        return new WordParagraph(
            TextCleaning.TrimBlank(TextCleaning.Clean(_text.ToString())), _style, _outline,
            _number is { } n ? (n, _level ?? 0) : null, _notes, _boxes, _pictures, _centred);
    }

    private void Content(SafeXml xml, bool deleted)
    {
        foreach (var child in xml.Children())
        {
            switch (child)
            {
                case "pPr": Properties(xml); break;
                case "r": Run(xml, deleted); break;
                case "del" or "moveFrom": Content(xml, deleted: true); break;
                case "instrText" or "delInstrText" or "rt": xml.SkipElement(); break;
                case "t" when xml.Reader.NamespaceURI.EndsWith("/math", StringComparison.Ordinal): _text.Append(Value(xml)); break;
                case "p" when !deleted: _boxes.Add(Nested(xml)); break;
                case "Fallback" or "sdtPr" or "rPr" or "proofErr": xml.SkipElement(); break;
                default: Content(xml, deleted); break;
            }
        }
    }

    private void Properties(SafeXml xml)
    {
        // Its own children only: what the mark of the paragraph looks like, and what the paragraph looked like before a change, stand deeper.
        foreach (var child in xml.Children())
        {
            switch (child)
            {
                case "pStyle": _style = xml["val"]; break;
                case "outlineLvl": _outline = Number(xml["val"]) is { } level and < 9 ? level : null; break;
                case "numPr": Numbering(xml); break;
                case "jc": _centred = xml["val"] == "center"; break;
                case "shd": _shaded |= WordShade.Is(xml); break;
                default: break;
            }
        }
    }

    private void Numbering(SafeXml xml)
    {
        foreach (var child in xml.Children())
        {
            switch (child)
            {
                case "numId": _number = Number(xml["val"]); break;
                case "ilvl": _level = Number(xml["val"]); break;
                default: break;
            }
        }
    }

    private void Run(SafeXml xml, bool deleted)
    {
        var target = deleted ? _deleted : Hides(null, null, IsShaded) ? _hidden : _text;
        foreach (var child in xml.Children())
        {
            switch (child)
            {
                case "rPr": target = deleted ? _deleted : IsHidden(xml) ? _hidden : _text; break;
                case "t" or "delText": target.Append(Value(xml)); break;
                case "tab" or "ptab": target.Append('\u3000'); break;
                case "br" or "cr": target.Append(xml["type"] is "page" or "column" ? "" : "\n"); break;
                case "noBreakHyphen": target.Append('\u2011'); break;
                case "sym": target.Append(WordSymbol.Of(xml["font"], xml["char"])); break;
                case "footnoteReference" when !deleted: Note("footnote", xml["id"]); break;
                case "endnoteReference" when !deleted: Note("endnote", xml["id"]); break;
                case "ruby": Ruby(xml, target); break;
                case "drawing" or "pict" or "object" or "AlternateContent": Drawing(xml, deleted); break;
                default: break;
            }
        }
    }

    /// <summary>The base text of ruby stays in its sentence; its reading goes to the report.</summary>
    private void Ruby(SafeXml xml, StringBuilder target)
    {
        var (word, reading) = (new StringBuilder(), new StringBuilder());
        foreach (var child in xml.Children())
        {
            if (child is not ("rubyBase" or "rt"))
            {
                continue;
            }

            foreach (var node in xml.Inside())
            {
                (child == "rt" ? reading : word).Append(node.IsElement && node.Name == "t" ? Value(node) : "");
            }
        }

        target.Append(word);
        source.Notes.Ruby(word.ToString(), reading.ToString());
    }

    private void Drawing(SafeXml xml, bool deleted)
    {
        foreach (var child in xml.Children())
        {
            switch (child)
            {
                case "docPr" when xml["descr"] is { Length: > 0 } description: _pictures.Add(TextCleaning.Clean(description)); break;
                case "Fallback": xml.SkipElement(); break;
                case "p" when !deleted && xml.Reader.NamespaceURI.EndsWith("/main", StringComparison.Ordinal) && xml.Reader.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal): _boxes.Add(Nested(xml)); break;
                default: Drawing(xml, deleted); break;
            }
        }
    }

    private string Nested(SafeXml xml)
    {
        var inner = new WordRuns(source, context).Read(xml);
        _boxes.AddRange(inner.Boxes);
        return inner.Text;
    }

    private void Note(string kind, string? id)
    {
        if (id is not null)
        {
            _notes.Add((kind, id));
        }
    }

    /// <summary>Hidden by its own properties, or by the styles of the run and of the paragraph.</summary>
    private bool IsHidden(SafeXml properties)
    {
        var (hidden, shaded) = (false, IsShaded);
        bool? white = null;
        string? style = null;
        foreach (var child in properties.Children())
        {
            shaded |= WordShade.Is(properties);
            switch (child)
            {
                case "color": white = WordShade.IsWhite(properties["val"]); break;
                case "vanish": hidden |= properties["val"] is not ("0" or "false"); break;
                case "sz": hidden |= Number(properties["val"]) is <= 4; break;
                case "rStyle": style = properties["val"]; break;
                default: break;
            }
        }

        return hidden || Hides(style, white, shaded);
    }

    /// <summary>Whether styles hide a run, or white letters without a ground: what the run says of its colour goes before its style, that before the paragraph's.</summary>
    private bool Hides(string? style, bool? white, bool shaded)
    {
        var styles = context.Styles;
        white ??= styles.IsWhite(style) ?? styles.IsWhite(_style);
        return styles.IsHidden(style) || styles.IsHidden(_style) || (white is true && !shaded && !styles.IsShaded(style) && !styles.IsShaded(_style));
    }

    private static string Value(SafeXml xml)
    {
        var text = new StringBuilder();
        foreach (var node in xml.Inside())
        {
            text.Append(node.IsText ? node.Value : "");
        }

        return text.ToString();
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
