using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Walks blocks once and rewrites those that belong to provisions.</summary>
internal sealed class ProvisionBuilder(IReadOnlyList<Block> blocks)
{
    private readonly List<Block> _out = new(blocks.Count);
    private readonly ProvisionPlace _place = new();
    private readonly Dictionary<string, int> _supplements = [];
    private readonly int _firstArticle = FirstArticle(blocks);
    private Block? _caption;
    private bool _labelOnly;

    internal IReadOnlyList<Block> Build()
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block is TableRowBlock or FootnoteBlock or CaptionBlock)
            {
                FlushCaption();
                _out.Add(block);
                continue;
            }

            var marker = block is ListItemBlock item && item.Marker.Length > 0 ? item.Marker + "　" : "";
            var text = TextCleaning.TrimBlank(marker + block.Text);
            if (i < _firstArticle)
            {
                Front(block, text);
            }
            else
            {
                Body(block, text);
            }
        }

        FlushCaption();
        return _out;
    }

    /// <summary>Before the first article: title, number, contents; only divisions that are not lines of the contents become headings.</summary>
    private void Front(Block block, string text)
    {
        FlushCaption();
        if (ProvisionLines.Caption().IsMatch(text))
        {
            _caption = block;
        }
        else if (Division(text) is { } level && !ProvisionLines.ContentsRange().IsMatch(text) && !AppearsLater(text))
        {
            _out.Add(new HeadingBlock(text, block.At, level));
        }
        else
        {
            _out.Add(block);
        }
    }

    private void Body(Block block, string text)
    {
        if (TrySupplement(block, text) || TryAnnex(block, text) || TryDivision(block, text) || TryAside(block, text) || TryArticle(block, text))
        {
            return;
        }

        if (_place.InAnnex)
        {
            FlushCaption();
            _out.Add(block);
            return;
        }

        if (ProvisionLines.Caption().Match(text) is { Success: true })
        {
            FlushCaption();
            _caption = block;
            return;
        }

        Part(block, text);
    }

    private bool TrySupplement(Block block, string text)
    {
        var match = ProvisionLines.Supplement().Match(text);
        if (!match.Success)
        {
            return false;
        }

        FlushCaption();
        var by = StatedDate.NormalNumbers(match.Groups["by"].Value.Replace("抄", "", StringComparison.Ordinal).Trim());
        var name = by.Length > 0 ? $"附則（{by}）" : "附則";
        _supplements[name] = _supplements.GetValueOrDefault(name) + 1;
        var times = _supplements[name];
        _place.EnterSupplement(times == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}その{times}"));
        _labelOnly = false;
        _out.Add(new HeadingBlock(text, block.At, 1));
        return true;
    }

    private bool TryAnnex(Block block, string text)
    {
        var match = ProvisionLines.Annex().Match(text);
        if (!match.Success || text.Length > 80 || text.EndsWith('。'))
        {
            return false;
        }

        FlushCaption();
        _place.EnterAnnex();
        var label = StatedDate.NormalNumbers(match.Groups["label"].Value);
        _out.Add(new HeadingBlock(text, block.At is LineLocator or BlockLocator ? new ArticleLocator(label) : block.At, 1));
        return true;
    }

    private bool TryDivision(Block block, string text) => !_place.InAnnex && Division(text) is { } level && text.Length <= 80 && Leave(block, text, level);

    private bool TryAside(Block block, string text) => _place.InProvision && ProvisionLines.Aside().IsMatch(text) && Leave(block, text, 1);

    /// <summary>A heading that is no part of the article above.</summary>
    private bool Leave(Block block, string text, int level)
    {
        FlushCaption();
        _place.LeaveArticle();
        _out.Add(new HeadingBlock(text, block.At, level));
        return true;
    }

    private bool TryArticle(Block block, string text)
    {
        var match = ProvisionLines.Article().Match(text);
        match = match.Success || _caption is null ? match : ProvisionLines.TightArticle().Match(text);
        if (!match.Success
            || ProvisionNumber.Normal(match.Groups["label"].Value) is not { } label
            || !_place.CanEnter(label))
        {
            return false;
        }

        var rest = TextCleaning.TrimBlank(match.Groups["rest"].Value);
        var caption = _caption is null ? LeadingCaption(rest) : ProvisionLines.Caption().Match(TextCleaning.TrimBlank(_caption.Text)).Groups["caption"].Value;
        _caption = null;
        _place.EnterArticle(label, caption);
        _labelOnly = rest.Length == 0 || rest.Length == caption.Length + 2;
        Emit(block, text);
        return true;
    }

    private void Part(Block block, string text)
    {
        var changed = !_labelOnly && _place.TryPart(text);
        if (changed || _labelOnly || !_place.InProvision)
        {
            FlushCaption();
        }

        if (!_place.InProvision)
        {
            _out.Add(block);
        }
        else if (_labelOnly && _out[^1] is ArticleBlock head)
        {
            _labelOnly = false;
            _out[^1] = head with { Text = head.Text + "　" + text };
        }
        else
        {
            FlushCaption();
            Emit(block, text);
        }
    }

    private void Emit(Block block, string text)
    {
        var path = _place.Path;
        Locator at = block.At is LineLocator or BlockLocator ? new ArticleLocator(path) : block.At;
        _out.Add(new ArticleBlock(text, at, _place.Article, _place.Caption, path));
    }

    /// <summary>A bracketed line that no article followed stays as the paragraph it was.</summary>
    private void FlushCaption()
    {
        if (_caption is not null)
        {
            _out.Add(_caption);
            _caption = null;
        }
    }

    private bool AppearsLater(string text)
    {
        var label = ProvisionLines.Division().Match(text).Groups["label"].Value;
        for (var i = _firstArticle; i < Math.Min(blocks.Count, _firstArticle + 5_000); i++)
        {
            if (TextCleaning.TrimBlank(blocks[i].Text).StartsWith(label, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string LeadingCaption(string rest)
    {
        if (rest.Length == 0 || rest[0] is not ('（' or '('))
        {
            return "";
        }

        var depth = 0;
        for (var i = 0; i < Math.Min(rest.Length, 62); i++)
        {
            depth += rest[i] is '（' or '(' ? 1 : rest[i] is '）' or ')' ? -1 : 0;
            if (depth == 0)
            {
                return rest[1..i];
            }
        }

        return "";
    }

    private static int? Division(string text)
    {
        var match = ProvisionLines.Division().Match(text);
        return !match.Success || text.EndsWith('。') ? null : 1 + "編章節款目".IndexOf(match.Groups["unit"].Value, StringComparison.Ordinal);
    }

    private static int FirstArticle(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var match = ProvisionLines.Article().Match(TextCleaning.TrimBlank(blocks[i].Text));
            if (blocks[i] is not TableRowBlock && match.Success && ProvisionNumber.Normal(match.Groups["label"].Value) is { } label && ProvisionNumber.Key(label)[0] == 1)
            {
                return i;
            }
        }

        return blocks.Count;
    }
}
