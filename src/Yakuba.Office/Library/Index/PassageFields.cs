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
        new("question.sounds", 0.15),
        new("body.sounds", 0.15),
        new("title.bigrams", 0.1),
        new("title.sounds", 0.15),
    ];

    // A term in kana is searched by its sounds first of all; a sentence in kana has words enough of its own.
    private const double SoundsOfKana = 8;
    private const int LettersOfATerm = 16;

    /// <summary>Fields that hold content words.</summary>
    internal static ReadOnlySpan<int> WordFields => [0, 1, 2, 3];

    /// <summary>Fields that hold pairs of characters.</summary>
    internal static ReadOnlySpan<int> BigramFields => [4, 5, 8];

    /// <summary>Fields that hold threes of sounds.</summary>
    internal static ReadOnlySpan<int> SoundFields => [6, 7, 9];

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
            Words(t), Words(h), Words(q), Words(b), Bigrams(q), Bigrams(b), Sounds(analyser, question ?? ""), Sounds(analyser, body), Bigrams(t), Sounds(analyser, title),
        ];
    }

    /// <summary>A question as query terms over all fields. Empty when the question has no word to search by.</summary>
    public static IndexQuery Query(SearchAnalyser analyser, string question)
    {
        var q = analyser.Analyse(SearchAnalyser.Spoken(question));
        var soundWeight = IsKana(q.Text.Value) ? SoundsOfKana : 1;
        var terms = new List<QueryTerm>();
        Add(Words(q), 1, 0, 1, 2, 3);
        Add(Bigrams(q), 1, 4, 5, 8);
        Add(Sounds(analyser, q.Text.Original), soundWeight, 6, 7, 9);
        Add(analyser.ProlongedSounds(question), soundWeight / 2, 6, 7, 9);
        foreach (var full in Bynames.Of(q.Text.Value))
        {
            var f = analyser.Analyse(full);
            Add(Words(f), Bynames.Weight, 0, 1, 2, 3);
            Add(Bigrams(f), Bynames.Weight, 4, 5, 8);
        }

        return new IndexQuery(terms);

        void Add(IReadOnlyList<string> words, double weight, params ReadOnlySpan<int> fields)
        {
            foreach (var group in words.GroupBy(w => w))
            {
                foreach (var field in fields)
                {
                    terms.Add(new QueryTerm(field, group.Key, weight * group.Count()));
                }
            }
        }
    }

    private static IReadOnlyList<string> Words(AnalysedText text) => SearchAnalyser.IndexedWords(text);

    private static List<string> Bigrams(AnalysedText text) => [.. text.Bigrams.Select(w => w.Term)];

    /// <summary>True for a text that is written in kana where others write kanji: its words cannot be told apart, only its sounds.</summary>
    /// <param name="normal">In normal form.</param>
    internal static bool IsKana(string normal)
    {
        var letters = normal.Count(char.IsLetter);
        return letters is >= 4 and <= LettersOfATerm && normal.Count(c => c is >= 'ぁ' and <= 'ー') == letters;
    }

    // Threes of sounds: a question in kana, or misspelt, still meets the word that it means.
    private static IReadOnlyList<string> Sounds(SearchAnalyser analyser, string text) => analyser.SoundTerms(text);

    /// <summary>The threes of a text that was read aloud by <see cref="SearchAnalyser.Sound"/>.</summary>
    internal static List<string> Threes(string sound)
    {
        var threes = new List<string>(Math.Max(0, sound.Length - 2));
        for (var i = 0; i + 3 <= sound.Length; i++)
        {
            threes.Add(sound.Substring(i, 3));
        }

        return threes;
    }
}
