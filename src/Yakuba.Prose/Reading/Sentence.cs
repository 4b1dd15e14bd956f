using Yakuba.Text;

namespace Yakuba.Prose;

/// <summary>A sentence, a line without a full stop, or a piece of one that is too long to be cut into words at once.</summary>
/// <param name="whole">The text it stands in.</param>
/// <param name="start">Its first index.</param>
/// <param name="end">The first index after it; a full stop belongs to it, a line end does not.</param>
/// <param name="startsLine">Nothing but spaces stands before it in its line.</param>
internal sealed class Sentence(ProseText whole, int start, int end, bool startsLine)
{
    private IReadOnlyList<Token>? _tokens;

    internal int Start => start;

    internal int End => end;

    internal int Length => end - start;

    internal bool StartsLine => startsLine;

    internal ReadOnlySpan<char> Span => whole.Text.AsSpan(start, end - start);

    /// <summary>True if it ends in a full stop: a sentence, not a heading or a name.</summary>
    internal bool IsFull => end > start && whole.Text[end - 1] == '。';

    /// <summary>Its words; their places are those in the whole text. Cut when first asked for.</summary>
    internal IReadOnlyList<Token> Tokens => _tokens ??= Cut();

    /// <summary>Lets go of the words; a long text would hold all of them at once.</summary>
    internal void Forget() => _tokens = null;

    /// <summary>True if a word begins or ends at a place in the whole text.</summary>
    internal bool IsBorder(int at)
    {
        if (at <= start || at >= end)
        {
            return true;
        }

        var index = IndexAt(at);
        return index < 0 || Tokens[index].Start == at;
    }

    /// <summary>Index of the word that holds a place of the whole text; -1 in a space.</summary>
    internal int IndexAt(int at)
    {
        var (low, high) = (0, Tokens.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var token = Tokens[middle];
            if (token.Start > at)
            {
                high = middle - 1;
            }
            else if (token.Start + token.Length <= at)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }

    private Token[] Cut()
    {
        var tokens = whole.Lexicon.Tokenize(whole.Text.Substring(start, end - start));
        var moved = new Token[tokens.Count];
        for (var i = 0; i < moved.Length; i++)
        {
            moved[i] = tokens[i] with { Start = tokens[i].Start + start };
        }

        return moved;
    }
}
