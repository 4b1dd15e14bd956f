using System.Text;

namespace Yakuba.Documents;

/// <summary>Gathers blocks under one heading or article until a passage is full.</summary>
internal sealed class PassageGather(Document document)
{
    private readonly List<Passage> _passages = [];
    private readonly List<HeadingBlock> _headings = [];
    private readonly ProvisionDates _dates = ProvisionDates.Of(document);
    private readonly StringBuilder _text = new();
    private Locator? _from;
    private Locator? _to;
    private ArticleBlock? _article;
    private HeadingBlock? _bare;
    private Passage? _bareRun;
    private bool _rows;

    internal void Add(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                End();
                EndBare(heading.Level);
                _article = null;
                _bare = heading;
                _headings.RemoveAll(h => h.Level >= heading.Level);
                _headings.Add(heading);
                return;
            case ArticleBlock article when article.Article != _article?.Article:
                End();
                _article = article;
                break;
            default:
                break;
        }

        _bare = null;
        var isRow = block is TableRowBlock;
        if (isRow != _rows || (_to is not null && Locator.IsRecognised(block.At) != Locator.IsRecognised(_to)))
        {
            End(); // what was recognised is never in one passage with what was written
        }

        _rows = isRow;
        var parts = block is TableRowBlock row
            ? RowParts.Of(row, PassageCutter.Target, PassageCutter.Longest)
            : SentenceCuts.Of(Shown(block), PassageCutter.Target, PassageCutter.Longest);
        foreach (var part in parts)
        {
            Take(part, block.At);
        }
    }

    internal List<Passage> Finish()
    {
        End();
        EndBare(0);
        return _passages;
    }

    /// <summary>A heading that nothing followed, not even a deeper heading, is text itself: it would be lost otherwise.</summary>
    private void EndBare(int nextLevel)
    {
        if (_bare is not { } bare || nextLevel > bare.Level)
        {
            return;
        }

        _headings.Remove(bare);
        _bare = null;
        if (bare.Text.Length == 0 || (bare.Text == document.Title && document.Blocks.Count > 1))
        {
            // Every passage carries the title already; a heading of unseen characters has no text left.
            return;
        }

        var path = Path();
        if (_passages is [.., { } last] && ReferenceEquals(last, _bareRun) && last.HeadingPath.SequenceEqual(path)
            && last.Text.Length + bare.Text.Length < PassageCutter.Target)
        {
            _passages[^1] = _bareRun = last with { Text = $"{last.Text}\n{bare.Text}", To = bare.At };
            return;
        }

        foreach (var part in SentenceCuts.Of(bare.Text, PassageCutter.Target, PassageCutter.Longest))
        {
            Take(part, bare.At);
        }

        End();
        _bareRun = _passages[^1];
    }

    private void Take(string text, Locator at)
    {
        if (_text.Length > 0 && _text.Length + text.Length > PassageCutter.Target)
        {
            End();
        }

        _text.Append(_text.Length > 0 ? "\n" : "").Append(text);
        _from ??= at;
        _to = at;
    }

    private void End()
    {
        if (_text.Length == 0)
        {
            return;
        }

        _passages.Add(new Passage(
            _passages.Count, document.Title, Path(), _text.ToString(), null, _from!, _to!, _article is null ? null : _dates.For(_article.Article)));
        _text.Clear();
        _from = _to = null;
    }

    private List<string> Path()
    {
        var path = _headings.Where(h => h.Text != document.Title).Select(h => h.Text).ToList();
        if (_article is not null)
        {
            path.Add(_article.Caption.Length > 0 ? $"{_article.Article}（{_article.Caption}）" : _article.Article);
        }

        return path;
    }

    private static string Shown(Block block) =>
        block is ListItemBlock { Marker.Length: > 0 } item ? (item.Marker == "・" ? "・" : item.Marker + " ") + item.Text : block.Text;
}
