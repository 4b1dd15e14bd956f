using Yakuba.Text;

namespace Yakuba.Prose;

/// <summary>A text with its sentences and with what in it is left alone. All places are those of the text given.</summary>
internal sealed class ProseText
{
    /// <summary>A row of letters without any end is cut here, so that no sentence takes more than a little memory.</summary>
    private const int LongestPiece = 1_000;

    private readonly Marks[] _marks;
    private readonly Dictionary<string, bool> _explained = [];
    private NormalText? _normal;

    internal ProseText(string text, ProseKind? kind, Lexicon lexicon)
    {
        Text = text;
        Lexicon = lexicon;
        _marks = new Marks[text.Length];
        Brackets.Mark(text, _marks);
        LeftAlone.Mark(text, _marks);
        Kind = kind ?? (LooksLikeOrdinance(text) ? ProseKind.Ordinance : ProseKind.Notice);
    }

    internal string Text { get; }

    internal ProseKind Kind { get; }

    internal Lexicon Lexicon { get; }

    /// <summary>The normal form of all, for what is read from numbers.</summary>
    internal NormalText Normal => _normal ??= NormalText.Of(Text);

    internal bool Has(int at, Marks mark) => (_marks[at] & mark) != 0;

    /// <summary>True if the text puts a word in brackets after its explanation, or its explanation in brackets after it.</summary>
    internal bool Explains(string word)
    {
        if (!_explained.TryGetValue(word, out var explained))
        {
            explained = Text.Contains(word + "（", StringComparison.Ordinal) || Text.Contains("（" + word, StringComparison.Ordinal);
            _explained.Add(word, explained);
        }

        return explained;
    }

    /// <summary>True for a bracket whose other half is on the same line.</summary>
    internal bool IsMatched(int at) => Has(at, Marks.Matched);

    /// <summary>True if any letter of a stretch is one of the kinds.</summary>
    internal bool HasAny(int start, int length, Marks mark)
    {
        for (var at = start; at < start + length; at++)
        {
            if ((_marks[at] & mark) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sentences in order. Blank lines have none.</summary>
    internal IEnumerable<Sentence> Sentences()
    {
        var (start, startsLine) = (0, true);
        for (var at = 0; at < Text.Length; at++)
        {
            var isLineEnd = Text[at] is '\n' or '\r';
            if (isLineEnd || EndsSentence(at) || at + 1 - start >= LongestPiece)
            {
                var end = isLineEnd ? at : at + 1;
                if (!string.IsNullOrWhiteSpace(Text[start..end]))
                {
                    yield return new Sentence(this, start, end, startsLine);
                }

                (start, startsLine) = (at + 1, isLineEnd);
            }
        }

        if (start < Text.Length && !string.IsNullOrWhiteSpace(Text[start..]))
        {
            yield return new Sentence(this, start, Text.Length, startsLine);
        }
    }

    /// <summary>A stop that is doubled, or a mark that no space follows, is a finding and no end.</summary>
    private bool EndsSentence(int at)
    {
        var next = at + 1 < Text.Length ? Text[at + 1] : '\n';
        return (Text[at] == '。' ? next is not ('。' or '、') : Text[at] is '！' or '？' && next is '　' or '\n') && !Has(at, Marks.Quoted | Marks.Bracketed);
    }

    /// <summary>Begins with an article, or has several lines that do.</summary>
    private static bool LooksLikeOrdinance(string text)
    {
        var articles = 0;
        var first = true;
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, 20_000)).EnumerateLines())
        {
            var trimmed = line.TrimStart(" 　");
            if (trimmed.Length > 0)
            {
                var isArticle = trimmed[0] == '第' && trimmed[..Math.Min(8, trimmed.Length)].IndexOf('条') is > 1 and var at
                    && trimmed[1..at].IndexOfAnyExcept("0123456789０１２３４５６７８９〇一二三四五六七八九十百千") < 0;
                articles += isArticle ? 1 : 0;
                if (articles > 2 || (isArticle && first))
                {
                    return true;
                }

                first = false;
            }
        }

        return false;
    }
}
