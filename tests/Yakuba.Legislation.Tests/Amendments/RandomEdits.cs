using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>Changes an enactment as amendments do: words, sentences, provisions put in, left out, moved and renumbered.</summary>
internal sealed class RandomEdits
{
    private static readonly string[] Words = ["市長", "教育委員会", "規則で定める額", "三十日以内", "届出", "施設の管理者", "平成三十年四月一日", "申請をした者", "及び保護者", "第三者", "住民", "10,000円"];
    private readonly Random _random;
    private readonly Draft _draft;
    private readonly List<(string Name, Func<bool> Do)> _edits;

    private RandomEdits(Enactment enactment, Random random)
    {
        (_random, _draft) = (random, new Draft(enactment));
        _edits =
        [
            ("word", Word), ("word", Word), ("several words", () => Word() & Word() & Word()), ("sentence", Sentence), ("caption", Caption),
            ("article in", () => PutIn(ProvisionKind.Article)), ("article out", () => LeaveOut(ProvisionKind.Article)), ("article moved", () => Move(ProvisionKind.Article)), ("article deleted", Deleted),
            ("paragraph in", () => PutIn(ProvisionKind.Paragraph)), ("paragraph out", () => LeaveOut(ProvisionKind.Paragraph)), ("paragraph moved", () => Move(ProvisionKind.Paragraph)),
            ("item in", () => PutIn(ProvisionKind.Item)), ("item out", () => LeaveOut(ProvisionKind.Item)), ("item moved", () => Move(ProvisionKind.Item)),
            ("division of an item in", () => PutIn(ProvisionKind.Subitem1)), ("division of an item out", () => LeaveOut(ProvisionKind.Subitem1)),
            ("heading", HeadingRenamed), ("heading in", HeadingIn), ("heading out", HeadingOut), ("chapter in", ChapterIn), ("chapter out", ChapterOut),
            ("cell", Cell), ("row", Row), ("front", Front),
        ];
    }

    /// <summary>The enactment with 1 to 4 edits, and their names; a text that does not read back as itself is tried again.</summary>
    internal static (Enactment New, string Edits, int Retries) Of(Enactment enactment, Random random)
    {
        for (var retries = 0; ; retries++)
        {
            var edits = new RandomEdits(enactment, random);
            List<string> names = [];
            for (var left = random.Next(3) == 0 ? random.Next(2, 5) : 1; left > 0;)
            {
                var (name, edit) = edits._edits[random.Next(edits._edits.Count)];
                if (edit())
                {
                    names.Add(name);
                    left--;
                }
            }

            var changed = edits._draft.ToEnactment();
            if (changed != enactment && EnactmentParser.Parse(EnactmentText.Write(changed)).Enactment == changed)
            {
                return (changed, string.Join(", ", names), retries);
            }
        }
    }

    private T? Any<T>(IEnumerable<T> of)
        where T : class => of.ToList() is { Count: > 0 } all ? all[_random.Next(all.Count)] : null;

    private IEnumerable<DraftNode> All => _draft.Root.WithAllBelow().Skip(1);

    private string Text() => $"{Words[_random.Next(Words.Length)]}は、{Words[_random.Next(Words.Length)]}について、第{_random.Next(100, 1000)}号に定めるところにより届け出るものとする。";

    private bool Word()
    {
        if (Any(All.Where(n => n.Text.Length > 8 && !n.IsHeading && n.Kind < ProvisionKind.Supplement)) is not { } node)
        {
            return false;
        }

        var words = LegalWords.Cut(node.Text).ToList();
        var at = _random.Next(words.Count);
        switch (_random.Next(3))
        {
            case 0: words[at] = Words[_random.Next(Words.Length)]; break;
            case 1: words.Insert(at, Words[_random.Next(Words.Length)]); break;
            default: words.RemoveAt(at); break;
        }

        node.Text = string.Concat(words);
        return true;
    }

    private bool Sentence()
    {
        if (Any(All.Where(n => n.Kind is ProvisionKind.Paragraph or ProvisionKind.Item && n.Text.EndsWith('。'))) is not { } node)
        {
            return false;
        }

        var sentences = Sentences.Split(node.Text).ToList();
        if (sentences.Count > 1 && _random.Next(2) == 0)
        {
            sentences.RemoveAt(_random.Next(1, sentences.Count));
        }
        else
        {
            sentences.Insert(_random.Next(1, sentences.Count + 1), (_random.Next(2) == 0 ? "ただし、" : "この場合において、") + Text());
        }

        node.Text = string.Concat(sentences);
        return true;
    }

    private bool Caption()
    {
        if (Any(All.Where(n => n.Kind == ProvisionKind.Article && n.Children.Count > 0)) is not { } node)
        {
            return false;
        }

        node.Caption = node.Caption.Length > 0 && _random.Next(3) == 0 ? "" : $"（{Words[_random.Next(Words.Length)]}の{Words[_random.Next(Words.Length)]}）";
        return true;
    }

    private bool Deleted()
    {
        if (Any(All.Where(n => n.Kind == ProvisionKind.Article)) is not { } node)
        {
            return false;
        }

        node.Caption = "";
        node.Children.Clear();
        node.Insert(0, [new DraftNode { Kind = ProvisionKind.Paragraph, Number = ProvisionNumber.Of(1), Text = "削除" }]);
        return true;
    }

    private List<DraftNode> Siblings(DraftNode node) =>
        node.Kind == ProvisionKind.Article ? [.. PlaceFinder.Numbered(PlaceFinder.Scope(node), ProvisionKind.Article)] : [.. node.Parent!.Children.Where(c => c.Kind == node.Kind)];

    /// <summary>Gives siblings from one on the numbers that follow.</summary>
    private static bool Shift(List<DraftNode> siblings, int from, int by)
    {
        foreach (var node in siblings.Skip(from))
        {
            var parts = node.Number.Parts.ToArray();
            parts[0] += by;
            var number = node.Number.IsRange ? ProvisionNumber.None : ProvisionNumber.Of(parts);
            var isFirst = node.Kind == ProvisionKind.Paragraph && node.Parent!.Kind == ProvisionKind.Article && number == ProvisionNumber.Of(1);
            var sample = node.Label.Length > 0 ? node.Label : siblings.FirstOrDefault(s => s.Label.Length > 0)?.Label ?? "２";
            if (number.IsNone || parts[0] < 1 || (isFirst ? "" : LabelStyle.Like(sample, number, node.Label.Length > 0 ? node.Number : default)) is not { } label)
            {
                return false;
            }

            (node.Number, node.Label) = (number, label);
        }

        return true;
    }

    private bool PutIn(ProvisionKind kind)
    {
        if (Any(All.Where(n => n.Kind == kind && !n.Number.IsRange && n.Parent!.Kind < ProvisionKind.Appendix && (n.Label.Length > 0 || n.Kind == ProvisionKind.Paragraph))) is not { } node)
        {
            return false;
        }

        var siblings = Siblings(node);
        var at = siblings.IndexOf(node);
        var isBranch = kind is ProvisionKind.Article or ProvisionKind.Item && _random.Next(2) == 0;
        var number = isBranch ? (node.Number.Parts.Length > 1 ? node.Number.Next() : node.Number.Branch()) : node.Number.Parts.Length > 1 ? ProvisionNumber.None : node.Number.Next();
        var sample = node.Label.Length > 0 ? node.Label : siblings.FirstOrDefault(s => s.Label.Length > 0)?.Label ?? "２";
        if (number.IsNone || (isBranch && at + 1 < siblings.Count && siblings[at + 1].Number.CompareTo(number) <= 0) || LabelStyle.Like(sample, number, node.Label.Length > 0 ? node.Number : default) is not { } label
            || (!isBranch && !Shift(siblings, at + 1, 1)))
        {
            return false;
        }

        node.Parent!.Insert(node.Parent.Children.IndexOf(node) + 1, [New(kind, number, label)]);
        return true;
    }

    private DraftNode New(ProvisionKind kind, ProvisionNumber number, string label)
    {
        var node = new DraftNode { Kind = kind, Number = number, Label = label, Text = kind == ProvisionKind.Article ? "" : Text(), Caption = kind == ProvisionKind.Article && _random.Next(2) == 0 ? "（届出）" : "" };
        if (kind == ProvisionKind.Article)
        {
            node.Insert(0, [new DraftNode { Kind = ProvisionKind.Paragraph, Number = ProvisionNumber.Of(1), Text = Text() }]);
        }

        return node;
    }

    private bool LeaveOut(ProvisionKind kind)
    {
        if (Any(All.Where(n => n.Kind == kind && Siblings(n).Count > 1)) is not { } node)
        {
            return false;
        }

        var siblings = Siblings(node);
        var at = siblings.IndexOf(node);
        node.Parent!.Children.Remove(node);
        return _random.Next(3) == 0 || Shift(siblings, at + 1, -1);
    }

    /// <summary>A provision goes to another place of its numbering; those between take each other's numbers.</summary>
    private bool Move(ProvisionKind kind)
    {
        if (Any(All.Where(n => n.Kind == kind && Siblings(n).Count > 2)) is not { } node)
        {
            return false;
        }

        var siblings = Siblings(node);
        int from = siblings.IndexOf(node), to = Math.Clamp(from + _random.Next(-4, 5), 0, siblings.Count - 1);
        List<(ProvisionNumber, string)> numbers = [.. siblings.Select(s => (s.Number, s.Label))];
        List<DraftNode> slots = [.. siblings];
        siblings.RemoveAt(from);
        siblings.Insert(to, node);
        List<(DraftNode Parent, int At)> places = [.. slots.Select(s => (s.Parent!, s.Parent!.Children.IndexOf(s)))];
        for (var i = 0; i < slots.Count; i++)
        {
            siblings[i].Parent = places[i].Parent;
            places[i].Parent.Children[places[i].At] = siblings[i];
            (siblings[i].Number, siblings[i].Label) = numbers[i];
        }

        return true;
    }

    private bool HeadingRenamed()
    {
        if (Any(All.Where(n => n.IsHeading)) is not { } node)
        {
            return false;
        }

        node.Text = _random.Next(2) == 0 ? node.Text + "等" : Words[_random.Next(Words.Length)];
        return true;
    }

    private bool HeadingIn()
    {
        var articles = PlaceFinder.Numbered(_draft.Root, ProvisionKind.Article).ToList();
        var heading = Any(All.Where(n => n.IsHeading && n.Parent == _draft.Root && !n.Number.IsRange));
        if (heading is null || heading.Children.Count < 2 || LabelStyle.Like(heading.Label, heading.Number.Parts.Length > 1 ? heading.Number.Next() : heading.Number.Branch()) is not { } label)
        {
            return false;
        }

        var before = heading.Children[_random.Next(1, heading.Children.Count)];
        Headings.InsertBefore(before, [new DraftNode { Kind = heading.Kind, Number = heading.Number.Parts.Length > 1 ? heading.Number.Next() : heading.Number.Branch(), Label = label, Text = "届出の手続" }]);
        return true;
    }

    private bool HeadingOut()
    {
        if (Any(All.Where(n => n.IsHeading)) is not { } node)
        {
            return false;
        }

        Headings.Remove(node);
        return true;
    }

    private bool ChapterIn()
    {
        if (Any(All.Where(n => n.Kind == ProvisionKind.Chapter && !n.Number.IsRange && n.WithAllBelow().Any(a => a.Kind == ProvisionKind.Article))) is not { } chapter)
        {
            return false;
        }

        var article = chapter.WithAllBelow().Last(a => a.Kind == ProvisionKind.Article);
        var number = chapter.Number.Parts.Length > 1 ? chapter.Number.Next() : chapter.Number.Branch();
        var first = article.Number.Parts.Length > 1 ? article.Number.Next() : article.Number.Branch();
        if (LabelStyle.Like(chapter.Label, number) is not { } label || LabelStyle.Like(article.Label, first) is not { } one || LabelStyle.Like(article.Label, first.Next()) is not { } two)
        {
            return false;
        }

        var added = new DraftNode { Kind = ProvisionKind.Chapter, Number = number, Label = label, Text = "届出の特例" };
        added.Insert(0, [New(ProvisionKind.Article, first, one), New(ProvisionKind.Article, first.Next(), two)]);
        chapter.Parent!.Insert(chapter.Parent.Children.IndexOf(chapter) + 1, [added]);
        return true;
    }

    private bool ChapterOut()
    {
        if (Any(All.Where(n => n.Kind == ProvisionKind.Chapter && n.Parent!.Children.Count(c => c.Kind == ProvisionKind.Chapter) > 1)) is not { } chapter)
        {
            return false;
        }

        chapter.Parent!.Children.Remove(chapter);
        return true;
    }

    private bool Cell()
    {
        if (Any(All.Where(n => n.Table is not null)) is not { } table)
        {
            return false;
        }

        var rows = table.Table!.Rows;
        var row = _random.Next(rows.Length);
        table.Table = new(rows.SetItem(row, rows[row].SetItem(_random.Next(rows[row].Length), Words[_random.Next(Words.Length)])));
        return true;
    }

    private bool Row()
    {
        if (Any(All.Where(n => n.Table is { Rows.Length: > 1 })) is not { } table)
        {
            return false;
        }

        var rows = table.Table!.Rows;
        var row = _random.Next(rows.Length);
        table.Table = new(_random.Next(2) == 0 ? rows.RemoveAt(row) : rows.Insert(row + 1, rows[row].SetItem(0, $"新{_random.Next(100)}")));
        return true;
    }

    private bool Front()
    {
        switch (_random.Next(3))
        {
            case 0:
                _draft.Title += "等";
                return true;
            case 1 when _draft.Contents.Length > 1:
                _draft.Contents = _random.Next(2) == 0 ? _draft.Contents.RemoveAt(_draft.Contents.Length - 1) : _draft.Contents.SetItem(1, _draft.Contents[1] + "等");
                return true;
            default:
                _draft.Preamble = _draft.Preamble.IsEmpty ? ["ここに、届出の道を開くため、この法をさだめる。"] : _random.Next(2) == 0 ? [] : _draft.Preamble.SetItem(0, _draft.Preamble[0] + "あわせて、これを広く知らせる。");
                return true;
        }
    }
}
