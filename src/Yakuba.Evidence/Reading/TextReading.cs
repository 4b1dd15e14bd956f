using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>A text read once: normal form, words, facts and content words. All offsets inside are into <see cref="Value"/>.</summary>
internal sealed class TextReading
{
    private TextReading(NormalText normal, IReadOnlyList<Token> tokens)
    {
        Normal = normal;
        Tokens = tokens;
    }

    internal NormalText Normal { get; }

    internal string Value => Normal.Value;

    internal IReadOnlyList<Token> Tokens { get; }

    /// <summary>Ends of sentences, ascending; the last is the length of the text.</summary>
    internal IReadOnlyList<int> SentenceEnds { get; private init; } = [];

    internal static TextReading Of(string text, Lexicon lexicon)
    {
        var normal = NormalText.Of(text);
        return new TextReading(normal, lexicon.Tokenize(normal.Value)) { SentenceEnds = Ends(normal.Value) };
    }

    /// <summary>The sentence around a place.</summary>
    internal (int Start, int End) SentenceAt(int at)
    {
        var start = 0;
        foreach (var end in SentenceEnds)
        {
            if (at < end)
            {
                return (start, end);
            }

            start = end;
        }

        return (start, Value.Length);
    }

    private static List<int> Ends(string value)
    {
        var ends = new List<int>();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is '。' or '\n' or '!' or '?' or '！' or '？' or '．')
            {
                ends.Add(i + 1);
            }
        }

        if (ends.Count == 0 || ends[^1] < value.Length)
        {
            ends.Add(value.Length);
        }

        return ends;
    }
}
