using Yakuba.Office.Library.Index;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Searching;

/// <summary>How much of a question's words a text says, each once: the last missing word costs more than the first, so that a text which says all comes before one that repeats some.</summary>
internal sealed class SaidWords
{
    private const string SentenceEnds = "。！？!?\n";

    private readonly (string Base, string Written, double Weight)[] _words;
    private readonly double _all;

    private SaidWords((string Base, string Written, double Weight)[] words)
    {
        _words = words;
        _all = words.Sum(w => w.Weight);
    }

    internal static SaidWords Of(AnalysedText question, TermCounts counts) => new(
        [.. question.Words
            .DistinctBy(w => w.Term)
            .Select(w => (w.Term, NormalText.Of(question.Text.Original.Substring(w.Start, w.Length)).Value, WordWeight.Of(counts, SearchForm.Of(w.Term))))]);

    /// <summary>How much a text says, and how much its best sentence says together with what stands above it; each 0 to the sum of the words' rarities.</summary>
    /// <param name="above">Title and headings, in normal form.</param>
    /// <param name="text">The text, in normal form; a word counts as said in its base form or as the question writes it.</param>
    internal (double Whole, double Sentence) In(string above, string text)
    {
        if (_all <= 0)
        {
            return default;
        }

        var titled = Array.ConvertAll(_words, w => IsSaid(w, above));
        var whole = Share(titled, text);
        var sentence = 0.0;
        foreach (var range in text.AsSpan().SplitAny(SentenceEnds.AsSpan()))
        {
            sentence = Math.Max(sentence, Share(titled, text.AsSpan(range)));
        }

        return (_all * whole * whole * whole, _all * sentence * sentence);
    }

    private double Share(bool[] titled, ReadOnlySpan<char> text)
    {
        var said = 0.0;
        for (var i = 0; i < _words.Length; i++)
        {
            if (titled[i] || IsSaid(_words[i], text))
            {
                said += _words[i].Weight;
            }
        }

        return said / _all;
    }

    private static bool IsSaid((string Base, string Written, double Weight) word, ReadOnlySpan<char> text) =>
        text.IndexOf(word.Base.AsSpan()) >= 0 || text.IndexOf(word.Written.AsSpan()) >= 0;
}
