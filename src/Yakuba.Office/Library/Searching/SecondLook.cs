using Yakuba.Office.Library.Index;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Searching;

/// <summary>
/// Orders the first hits anew by their texts. The index adds up words and knows neither whether the whole question is spoken of nor what
/// stands together: a text gains by how much of the question it says at all, by how much of it one sentence says, and by how long the runs
/// are that it shares with it.
/// </summary>
/// <remarks>A gain is never negative and is in the scale of the index's scores, since both add up rarities. Figures: docs/quality.md.</remarks>
public sealed class SecondLook
{
    /// <summary>So many of the first hits are looked at.</summary>
    internal const int Depth = 24;

    // The strengths were chosen on the dev sets together, one value for all (docs/quality.md).
    private const double OfSaid = 0.2;
    private const double OfSentence = 0.3;
    private const double OfRuns = 0.3;

    private readonly SaidWords _said;
    private readonly SharedRuns _runs;

    private SecondLook(SaidWords said, SharedRuns runs) => (_said, _runs) = (said, runs);

    /// <summary>Prepares a question; null for a single term, whose other forms the index knows better.</summary>
    internal static SecondLook? Of(SearchAnalyser analyser, string question, TermCounts counts)
    {
        var asked = analyser.Analyse(SearchAnalyser.Spoken(question));
        return PassageQuery.IsKana(asked.Text.Value) || PassageQuery.IsTerm(asked.Text.Value) ? null : new(SaidWords.Of(asked, counts), SharedRuns.Of(asked.Text.Value, counts));
    }

    /// <summary>What a passage gains by its text.</summary>
    /// <param name="above">Its title and headings, as they are written.</param>
    /// <param name="text">Its question and body.</param>
    internal double Gain(string above, string text)
    {
        var (over, normal) = (NormalText.Of(above).Value, NormalText.Of(text).Value);
        var (whole, sentence) = _said.In(over, normal);
        return (OfSaid * whole) + (OfSentence * sentence) + (OfRuns * _runs.With($"{over}\n{normal}"));
    }

    /// <summary>Hits in their new order; those behind <see cref="Depth"/> keep their scores.</summary>
    /// <param name="hits">Best first.</param>
    /// <param name="score">Score of a hit.</param>
    /// <param name="text">What stands above a hit and in it; asked for the first hits alone.</param>
    /// <param name="scored">The hit with a new score.</param>
    internal IReadOnlyList<T> Order<T>(IReadOnlyList<T> hits, Func<T, double> score, Func<T, (string Above, string Text)> text, Func<T, double, T> scored) =>
        [.. hits.Select((h, i) => i < Depth ? scored(h, score(h) + Gain(text(h))) : h).OrderByDescending(score)];

    private double Gain((string Above, string Text) read) => Gain(read.Above, read.Text);
}
