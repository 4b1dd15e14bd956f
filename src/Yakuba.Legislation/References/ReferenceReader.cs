using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>Reads the references of one text from left to right: what was named last gives 同条 and lists their meaning.</summary>
internal sealed partial class ReferenceReader(EnactmentIndex index, Standpoint here, bool namesOtherAbove)
{
    /// <summary>What was named last, at each depth of brackets: a bracket speaks of what stands before it, and a list goes on behind it.</summary>
    private readonly Stack<Named> _named = [];
    private Named? _last;

    /// <summary>Whether the text, or the one above it, has named another enactment so far.</summary>
    internal bool NamesOther { get; private set; } = namesOtherAbove;

    internal IEnumerable<Reference> Read(string text)
    {
        foreach (var mention in Mention.In(text))
        {
            while (_named.TryPeek(out var closed) && closed.Depth > mention.Least)
            {
                _named.Pop();
            }

            _last = _named.TryPeek(out var before) ? before : null;
            var continues = _last is { } last && Joint().IsMatch(WithoutBrackets(text[last.End..mention.Start]));
            var other = Other(text, mention, continues);
            var targets = Targets(mention, continues);
            var isOther = other.Length > 0;
            NamesOther |= isOther;
            if (!isOther && targets.IsEmpty)
            {
                continue;
            }

            Remember(mention, other, targets.IsEmpty ? null : targets[^1], continues);
            yield return new(here.Place, mention.Start, mention.Text, other, State(mention, other, targets), isOther && mention.Article.Length == 0 && !continues ? [] : targets);
        }
    }

    /// <summary>The other enactment that a mention speaks of; empty for this one.</summary>
    private string Other(string text, Mention mention, bool continues)
    {
        if (mention.SaysSupplement && NamedEnactment.Before(text, mention.Start, index.Enactment) is { Length: > 0 } before)
        {
            return before;
        }

        var isSame = mention.Article == "同条" || (mention.Article.Length == 0 && (mention.Paragraph == "同項" || mention.Item == "同号"));
        var same = mention.Article == "同条" ? _last?.Article?.Other : mention.Article.Length == 0 && mention.Paragraph == "同項" ? _last?.Paragraph?.Other : _last?.Other;
        return isSame || (continues && IsAbsolute(mention)) ? NamedEnactment.Before(text, mention.Start, index.Enactment) ?? same ?? ""
            : IsAbsolute(mention) ? NamedEnactment.Before(text, mention.Start, index.Enactment) ?? (here.IsOfAmendment && !mention.SaysSupplement && mention.Article.Length > 0 ? "改正法令" : "")
            : "";
    }

    /// <summary>同条 goes back to the last article that was named, past 前項 and the like; 同項 to the last 項, past a bare 第一号.</summary>
    private void Remember(Mention mention, string other, ProvisionPath? target, bool continues)
    {
        var namesArticle = mention.Article.Length > 0 || (continues && _last?.Article is not null);
        var namesParagraph = mention.Article.Length + mention.Paragraph.Length > 0 || continues;
        var article = namesArticle ? new Memory(other, target) : _last?.Article;
        var paragraph = namesParagraph ? new Memory(other, target) : _last?.Paragraph;
        _last = new(mention.Depth, mention.End, other, target, article, paragraph);
        _named.Push(_last);
    }

    private static bool IsAbsolute(Mention mention) => !Relative().IsMatch(mention.Text);

    private ImmutableArray<ProvisionPath> Targets(Mention mention, bool continues)
    {
        if (mention.Annexed.Length > 0)
        {
            return ProvisionPath.Parse(mention.Annexed) is { } annexed ? [annexed] : [];
        }

        if (mention.Division.Length > 0)
        {
            return ProvisionPath.Parse(mention.Division) is { } division ? [division] : [];
        }

        var heads = mention.Article.Length > 0 ? Articles(mention)
            : mention.Paragraph.Length > 0 ? Paragraphs(mention, continues)
            : Items(mention, continues);
        return [.. heads.Select(h => Tail(h, mention)).OfType<ProvisionPath>()];
    }

    private List<ProvisionPath> Articles(Mention mention)
    {
        if (mention.Article == "同条")
        {
            return _last?.Article is { } article ? article.Target?.UpTo(ProvisionKind.Article) is { } same ? [same] : [] : here.Article is { } own ? [own] : [];
        }

        var part = mention.SaysSupplement ? here.Supplement : Relative().IsMatch(mention.Article) ? here.Part : ProvisionPath.Root;
        return mention.Article == "本条" ? here.Article is { } mine ? [mine] : []
            : Relative().IsMatch(mention.Article) ? Neighbours(mention.Article, here.Article, ProvisionKind.Article)
            : [part.Below(ProvisionPath.Numbered(ProvisionKind.Article, LineShape.NumberOf(mention.Article)))];
    }

    private List<ProvisionPath> Paragraphs(Mention mention, bool continues)
    {
        if (mention.Paragraph == "同項")
        {
            return _last?.Paragraph?.Target is not { } named ? [] : [named.UpTo(ProvisionKind.Paragraph) ?? named.Below(ProvisionPath.Numbered(ProvisionKind.Paragraph, ProvisionNumber.Of(1)))];
        }

        if (Relative().IsMatch(mention.Paragraph))
        {
            return Neighbours(mention.Paragraph, here.Paragraph, ProvisionKind.Paragraph);
        }

        var holder = mention.SaysSupplement ? here.Supplement
            : continues && _last?.Target is { } listed ? listed.UpTo(ProvisionKind.Article) ?? listed.UpTo(ProvisionKind.Supplement) ?? ProvisionPath.Root
            : here.Article ?? here.Part;
        var step = ProvisionPath.Numbered(ProvisionKind.Paragraph, LineShape.NumberOf(mention.Paragraph));

        // 第十四条第一項又は第六項において準用する…: a list that the named article cannot go on with has come back to the article it stands in.
        var isBack = continues && here.Article is { } mine && index.Find(holder.Below(step)) is null && index.Find(mine.Below(step)) is not null;
        return [(isBack ? here.Article! : holder).Below(step)];
    }

    private List<ProvisionPath> Items(Mention mention, bool continues)
    {
        if (mention.Item == "同号")
        {
            return _last?.Target?.UpTo(ProvisionKind.Item) is { } same ? [same] : [];
        }

        if (Relative().IsMatch(mention.Item))
        {
            return Neighbours(mention.Item, here.Place.UpTo(ProvisionKind.Item), ProvisionKind.Item);
        }

        var named = continues ? _last?.Target : null;
        var holder = named is null ? here.Paragraph : named.UpTo(ProvisionKind.Paragraph) ?? named.UpTo(ProvisionKind.Article);
        return holder is null ? [] : [holder.Below(ProvisionPath.Numbered(ProvisionKind.Item, LineShape.NumberOf(mention.Item)))];
    }

    /// <summary>前条, 前三項, 次号: provisions of the same kind beside the one that speaks. One that is not there has the number 0.</summary>
    private List<ProvisionPath> Neighbours(string word, ProvisionPath? from, ProvisionKind kind)
    {
        if (from is null)
        {
            return [];
        }

        var count = Math.Clamp(LegalNumeral.Read(word.AsSpan()[1..^1]) ?? 1, 1, 100);
        var nowhere = from.Parent.Below(ProvisionPath.Numbered(kind, ProvisionNumber.Of(0)));
        return [.. Enumerable.Range(word[0] == '前' ? -count : 1, count).Select(places => index.Beside(from, places)?.Path ?? nowhere)];
    }

    /// <summary>The rest of a mention behind its head: 第三条 and then 第二項第一号.</summary>
    private static ProvisionPath? Tail(ProvisionPath head, Mention mention)
    {
        var path = head;
        foreach (var (words, kind) in ((string, ProvisionKind)[])[(mention.Paragraph, ProvisionKind.Paragraph), (mention.Item, ProvisionKind.Item)])
        {
            if (words.Length > 0 && path.Steps[^1].Kind < kind && path.UpTo(kind) is null)
            {
                if (Relative().IsMatch(words))
                {
                    return null;
                }

                path = path.Below(ProvisionPath.Numbered(kind, LineShape.NumberOf(words)));
            }
            else if (words.Length > 0 && path.Steps[^1].Kind == ProvisionKind.Supplement)
            {
                path = path.Below(ProvisionPath.Numbered(kind, LineShape.NumberOf(words)));
            }
        }

        path = mention.Mark.Length > 0 ? path.Below(new(ProvisionKind.Subitem1, mention.Mark)) : path;
        return mention.Below.Length > 0 ? path.Below(new(ProvisionKind.Subitem2, ProvisionPath.NormalMark(mention.Below))) : path;
    }

    private ReferenceState State(Mention mention, string other, ImmutableArray<ProvisionPath> targets)
    {
        if (other.Length > 0)
        {
            return ReferenceState.Elsewhere;
        }

        var found = targets.Select(Find).ToList();
        return found.Any(f => f is null) ? (here.IsWhole && here.IsCurrent && !NamesOther && !IsLeftOut(mention) ? ReferenceState.Missing : ReferenceState.Unsure)
            : found.TrueForAll(f => f!.IsDeleted) && here.IsCurrent ? ReferenceState.Deleted
            : ReferenceState.Found;
    }

    private Provision? Find(ProvisionPath path)
    {
        var kind = path.Steps[0].Kind;
        return kind <= ProvisionKind.Division ? index.Division(path.Steps[0])?.Provision
            : kind == ProvisionKind.Appendix && path.ToString() == "別表" ? index.Enactment.Appendices.FirstOrDefault()
            : index.Find(path)?.Provision;
    }

    /// <summary>Collections often leave out forms, which are pictures, and the 附則.</summary>
    private bool IsLeftOut(Mention mention) =>
        (mention.Annexed.Contains("様式", StringComparison.Ordinal) && index.Enactment.Appendices.All(a => a.Kind != ProvisionKind.Form))
        || (mention.SaysSupplement && index.Find(here.Supplement)?.Provision is null or { Text: not "" });

    private static string WithoutBrackets(string text)
    {
        var depth = 0;
        return string.Concat(text.Where(c =>
        {
            depth += c is '（' or '(' ? 1 : 0;
            var isOutside = depth == 0;
            depth -= c is '）' or ')' && depth > 0 ? 1 : 0;
            return isOutside;
        }));
    }

    /// <summary>Whose it was and where it led.</summary>
    private sealed record Memory(string Other, ProvisionPath? Target);

    /// <summary>A mention that was read: its depth in brackets, where it ended, whose it was, where it led; the last article and the last 項 up to it.</summary>
    private sealed record Named(int Depth, int End, string Other, ProvisionPath? Target, Memory? Article, Memory? Paragraph);

    [GeneratedRegex("^(?:前|次|同|本)")]
    private static partial Regex Relative();

    [GeneratedRegex("^(?:、|，|・|及び|並びに|又は|若しくは|から|まで|乃至|ないし|各号|ただし書|前段|後段|本文|の規定)*$")]
    private static partial Regex Joint();
}
