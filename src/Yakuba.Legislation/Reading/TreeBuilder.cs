using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Puts lines into the tree, one after another. Every line ends in exactly one node.</summary>
internal sealed class TreeBuilder(SourceLines lines, CaptionPlace captions, List<LegislationProblem> problems)
{
    private readonly Node _root = new(ProvisionKind.Part, default, "", "");
    private readonly List<Node> _divisions = [];
    private readonly NumberOrder _order = new(problems);
    private Node? _part;
    private Node? _article;
    private OpenMarks? _marks;
    private int _caption = -1;
    private bool _numbersParagraphs;
    private bool _hasSupplement;
    private bool _annexHasArticles;

    internal ImmutableArray<Provision> Build(int from)
    {
        BeginPart(_root, from);
        for (var i = from; i < lines.Count; i++)
        {
            Place(i, lines[i]);
        }

        DropCaption();
        return _root.ToProvision().Children;
    }

    private void Place(int i, LineShape shape)
    {
        var isAnnexed = _part is { Kind: ProvisionKind.Appendix or ProvisionKind.Form };
        switch (shape.Kind)
        {
            case LineKind.Supplement: Supplement(i, shape); break;
            case LineKind.Appendix: Annex(shape); break;
            case LineKind.Article when !isAnnexed || ReturnsToBody(shape): Article(i, shape); break;
            case LineKind.Row: Row(i, shape); break;
            case LineKind.Text or LineKind.Bracket when isAnnexed: Annexed(shape); break;
            case not LineKind.Text when isAnnexed: Annexed(shape); break;
            case LineKind.Division: Division(i, shape); break;
            case LineKind.Mark: Mark(i, shape); break;
            case LineKind.Bracket: Bracket(i, shape); break;
            default: Text(i, shape.Text); break;
        }
    }

    private void Supplement(int i, LineShape shape)
    {
        DropCaption();
        BeginPart(_root.Add(new Node(ProvisionKind.Supplement, default, shape.Label, shape.Rest)), i + 1);
        _hasSupplement = true;
        if (shape.Tail.Length > 0)
        {
            Place(i, LineShape.Of(shape.Tail));
        }
    }

    private void Annex(LineShape shape)
    {
        DropCaption();
        BeginPart(_root.Add(new Node(shape.Provision, shape.Number, shape.Label, shape.Rest)), lines.Count);
        _annexHasArticles = false;
    }

    /// <summary>A 別表 in the midst of the articles, which then go on.</summary>
    private bool ReturnsToBody(LineShape shape) => !_hasSupplement && !_annexHasArticles && _order.FollowsBody(shape.Number);

    private void Division(int i, LineShape shape)
    {
        DropCaption();
        while (_divisions.Count > 0 && _divisions[^1].Kind >= shape.Provision)
        {
            _divisions.RemoveAt(_divisions.Count - 1);
        }

        var parent = _divisions.Count > 0 ? _divisions[^1] : _part!;
        var last = parent.LastChild is { } above && above.Kind == shape.Provision ? above : null;
        _order.Check(lines.LineOf(i), last?.Number ?? default, shape.Number, shape.Label, last?.Label ?? "", IsExtract);
        var node = parent.Add(new Node(shape.Provision, shape.Number, shape.Label, shape.Rest));
        _divisions.Add(node);
        (_article, _marks) = (null, null);
    }

    private void Article(int i, LineShape shape)
    {
        if (_part is { Kind: ProvisionKind.Appendix or ProvisionKind.Form })
        {
            BeginPart(_root, lines.Count);
        }

        var (caption, text) = captions == CaptionPlace.BehindNumber && shape.HasTightBracket && LineShape.BracketEnd(shape.Rest) is var end
            ? (shape.Rest[..end], Blanks.Trim(shape.Rest[end..]))
            : (captions == CaptionPlace.Above ? TakeCaption() : "", shape.Rest);
        DropCaption();
        _order.CheckArticle(lines.LineOf(i), shape.Number, shape.Label, IsExtract);
        var parent = _divisions.Count > 0 ? _divisions[^1] : _part!;
        _article = parent.Add(new Node(ProvisionKind.Article, shape.Number, shape.Label, "") { Caption = caption });
        var paragraph = _article.Add(new Node(ProvisionKind.Paragraph, ProvisionNumber.Of(1), "", text));
        _marks = new OpenMarks(_article, paragraph, _order);
    }

    private void Mark(int i, LineShape shape)
    {
        var mark = shape.Mark!;
        var marks = _marks ??= new OpenMarks(Container, null, _order);
        var caption = mark.Readings[0].Family == MarkFamily.Digits && marks.IsParagraph(mark) ? TakeCaption() : "";
        DropCaption();
        marks.Add(mark, caption, lines.LineOf(i), IsExtract);
    }

    /// <summary>A line that is one bracket: what follows decides whether it is a caption.</summary>
    private void Bracket(int i, LineShape shape)
    {
        DropCaption();
        if (!shape.IsCaption || i + 1 == lines.Count)
        {
            Text(i, shape.Text);
        }
        else
        {
            _caption = i;
        }
    }

    private void Text(int i, string text)
    {
        if (_caption == i - 1 && i > 0 && LineShape.Tight(text) is { } article)
        {
            Article(i, article);
            return;
        }

        if (_marks is { } marks && LineShape.TightMark(text) is { Mark: { } mark } shape && marks.IsNextParagraph(mark))
        {
            Mark(i, shape);
            return;
        }

        var opensPart = _marks is null && _part is { Kind: ProvisionKind.Supplement, LastChild: null };
        var caption = opensPart ? TakeCaption() : "";
        DropCaption();
        PlaceText(text, caption);
    }

    private void PlaceText(string text, string caption)
    {
        if (_marks is null && (_divisions.Count == 0 || _part!.Kind == ProvisionKind.Supplement) && Container.LastChild is null or { Kind: ProvisionKind.Supplement })
        {
            var first = Container.Add(new Node(ProvisionKind.Paragraph, ProvisionNumber.Of(1), "", text) { Caption = caption });
            _marks = new OpenMarks(Container, first, _order);
        }
        else if (_marks is { } marks)
        {
            marks.AddText(text, isParagraph: !_numbersParagraphs);
        }
        else
        {
            Container.Add(new Node(ProvisionKind.Line, default, "", text));
        }
    }

    private void Row(int i, LineShape shape)
    {
        DropCaption();
        if (LineShape.Of(Blanks.Trim(shape.Text.Replace('\t', '　'))) is { Kind: LineKind.Article } article && _order.FollowsHere(article.Number))
        {
            problems.Add(ReadingProblems.RowLooksLikeProvision(lines.LineOf(i), article.Label));
        }

        var owner = _marks?.Innermost ?? Container;
        var table = owner.LastChild is { Kind: ProvisionKind.Table } open ? open : owner.Add(new Node(ProvisionKind.Table, default, "", ""));
        table.AddRow(shape.Text);
    }

    private void Annexed(LineShape shape)
    {
        _annexHasArticles |= shape.Kind == LineKind.Article;
        _part!.Add(new Node(ProvisionKind.Line, default, "", shape.Text));
    }

    /// <summary>Begins the 本則, a 附則 or what is annexed.</summary>
    private void BeginPart(Node part, int from)
    {
        (_part, _article, _marks) = (part, null, null);
        _divisions.Clear();
        _order.BeginPart(isBody: part == _root);
        var end = lines.Find(from, s => s.Kind is LineKind.Supplement);
        var second = lines.Find(from, s => s.Kind is LineKind.Supplement || (s.IsParagraphMark && s.Mark!.Readings[0].Number.Main == 2));
        _numbersParagraphs = second < end;
    }

    private Node Container => _article ?? (_divisions.Count > 0 ? _divisions[^1] : _part!);

    /// <summary>抄: the collection left out what has taken effect elsewhere, so that numbers are missing.</summary>
    private bool IsExtract => _part is { Kind: ProvisionKind.Supplement };

    private string TakeCaption()
    {
        var caption = _caption < 0 ? "" : lines[_caption].Text;
        _caption = -1;
        return caption;
    }

    /// <summary>A bracketed line that nothing took as its caption is a line of text.</summary>
    private void DropCaption()
    {
        if (TakeCaption() is { Length: > 0 } text)
        {
            PlaceText(text, "");
        }
    }
}
