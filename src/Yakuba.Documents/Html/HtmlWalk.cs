using System.Text;
using AngleSharp.Dom;

namespace Yakuba.Documents;

/// <summary>Walks a page in order. Inline text gathers in one run; a block-level element ends the run.</summary>
internal sealed class HtmlWalk(ReadSource source)
{
    /// <summary>Shorter comments are marks of the page's makers, such as 「本文ここまで」.</summary>
    private const int CommentLength = 16;
    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _run = new();
    private int _line = 1;
    private int _listLevel;
    private string _marker = "";

    internal List<Block> Finish()
    {
        EndRun();
        return _blocks;
    }

    internal void Walk(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            source.Cancel.ThrowIfCancellationRequested();
            if (node is IText text)
            {
                HtmlText.Append(_run, text.Data, keepLines: parent is IElement { LocalName: "pre" });
            }
            else if (node is IComment { Data.Length: >= CommentLength } comment)
            {
                source.Notes.Hidden("HTMLのコメント", "", TextCleaning.Clean(comment.Data));
            }
            else if (node is IElement element && !LeftOut(element))
            {
                Element(element);
            }
        }
    }

    private bool LeftOut(IElement element)
    {
        if (HtmlVisibility.IsCode(element))
        {
            if (element.LocalName is "template" or "noscript")
            {
                source.Notes.Hidden("表示されない要素", "", HtmlTags.Within(element));
            }

            return true;
        }

        if (HtmlVisibility.IsNavigation(element))
        {
            source.Notes.Skipped("サイトのメニュー", "本文ではありません");
            return true;
        }

        if (HtmlVisibility.HiddenBy(element) is not { } way)
        {
            return false;
        }

        source.Notes.Hidden(way, "", TextCleaning.Clean(HtmlText.Of(element)));
        return true;
    }

    private void Element(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                _run.Append('\n');
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                EndRun();
                Add(new HeadingBlock(HtmlText.Of(element).Replace("\n", "　", StringComparison.Ordinal), At(), element.LocalName[1] - '0'));
                break;
            case "table":
                EndRun();
                Table(element);
                break;
            case "ul" or "ol" or "menu":
                EndRun();
                List(element);
                break;
            case "img":
                source.Notes.Hidden("画像の代わりの文字（alt）", "", TextCleaning.Clean(element.GetAttribute("alt") ?? ""));
                break;
            case "figcaption" or "caption":
                EndRun();
                Add(new CaptionBlock(HtmlText.Of(element), At()));
                break;
            case "rt" or "rp" or "input" or "select" or "textarea" or "button":
                break;
            default:
                Inner(element);
                break;
        }
    }

    private void Inner(IElement element)
    {
        var block = HtmlText.IsBlock(element.LocalName);
        if (block)
        {
            EndRun();
        }

        Walk(element);
        if (block)
        {
            EndRun();
        }
    }

    private void List(IElement list)
    {
        var (level, marker) = (_listLevel, _marker);
        _listLevel++;
        var number = int.TryParse(list.GetAttribute("start"), out var start) ? start : 1;
        foreach (var item in list.Children)
        {
            if (LeftOut(item))
            {
                continue;
            }

            _marker = list.LocalName == "ol" ? $"{number++}." : "・";
            Walk(item);
            EndRun();
        }

        (_listLevel, _marker) = (level, marker);
    }

    private void Table(IElement table)
    {
        if (HtmlTables.IsLayout(table))
        {
            Walk(table);
            EndRun();
            return;
        }

        source.Notes.Tables++;
        if (table.Children.FirstOrDefault(c => c.LocalName == "caption") is { } caption)
        {
            Add(new CaptionBlock(HtmlText.Of(caption), At()));
        }

        var first = _line;
        var grid = HtmlTables.Grid(table, r => new BlockLocator(first + r));
        var rows = source.Limits.AsEnactment ? TableRows.Plain(grid, r => new BlockLocator(first + r)) : TableRows.Of(grid, r => new BlockLocator(first + r));
        _blocks.AddRange(rows);
        _line += Math.Max(1, rows.Count);
    }

    /// <summary>Ends the run; breaks inside a run divide it into blocks as they divide it on the page.</summary>
    private void EndRun()
    {
        if (_run.Length == 0)
        {
            return;
        }

        foreach (var part in _run.ToString().Split('\n'))
        {
            var text = HtmlText.Tidy(part);
            if (text.Length > 0)
            {
                Add(_marker.Length > 0 ? new ListItemBlock(text, At(), Math.Max(1, _listLevel), _marker) : new ParagraphBlock(text, At()));
                _marker = "";
            }
        }

        _run.Clear();
    }

    /// <summary>A page has no lines of its own: the place is the number of the block, from the top.</summary>
    private BlockLocator At() => new(_line);

    private void Add(Block block)
    {
        var text = HtmlText.Tidy(block.Text);
        if (text.Length == 0)
        {
            return;
        }

        if (_blocks.Count >= source.Limits.MaxBlocks)
        {
            throw new UnreadableException(Refusals.TooManyParts(source.FileName));
        }

        _blocks.Add(block with { Text = text });
        _line++;
    }
}
