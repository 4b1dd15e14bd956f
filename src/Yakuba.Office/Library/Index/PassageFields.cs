using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Index;

/// <summary>The one configuration of search: which terms of a passage stand in which term space, and how much each counts.</summary>
public static class PassageFields
{
    // Weights were set once on municipal FAQ judgments (docs/quality.md, ablation); one configuration serves all collections.
    private static readonly FieldSchema[] Fields =
    [
        new("title.words", 0.5),
        new("heading.words", 0.5),
        new("question.words", 1.0),
        new("body.words", 1.0),
        new("question.bigrams", 0.2),
        new("body.bigrams", 0.2),
        new("question.readings", 0.15),
        new("body.readings", 0.15),
        new("title.bigrams", 0.1),
    ];

    /// <summary>The schema of every passage index.</summary>
    public static IndexSchema Schema { get; } = new(Fields);

    /// <summary>The terms of a passage, one list a field of <see cref="Schema"/>.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Terms(SearchAnalyser analyser, string title, string headings, string? question, string body)
    {
        var t = analyser.Analyse(title);
        var h = analyser.Analyse(headings);
        var q = analyser.Analyse(question ?? "");
        var b = analyser.Analyse(body);
        return
        [
            Words(t), Words(h), Words(q), Words(b), Bigrams(q), Bigrams(b), Readings(q), Readings(b), Bigrams(t),
        ];
    }

    /// <summary>A question as query terms over all fields. Empty when the question has no word to search by.</summary>
    public static IndexQuery Query(SearchAnalyser analyser, string question)
    {
        var q = analyser.Analyse(question);
        var terms = new List<QueryTerm>();
        Add(Words(q), 0, 1, 2, 3);
        Add(Bigrams(q), 4, 5, 8);
        Add(Readings(q), 6, 7);
        return new IndexQuery(terms);

        void Add(IReadOnlyList<string> words, params ReadOnlySpan<int> fields)
        {
            foreach (var group in words.GroupBy(w => w))
            {
                foreach (var field in fields)
                {
                    terms.Add(new QueryTerm(field, group.Key, group.Count()));
                }
            }
        }
    }

    private static List<string> Words(AnalysedText text) => [.. text.Words.Select(w => w.Term)];

    private static List<string> Bigrams(AnalysedText text) => [.. text.Bigrams.Select(w => w.Term)];

    private static List<string> Readings(AnalysedText text) => [.. text.Readings.Select(w => w.Term)];
}
