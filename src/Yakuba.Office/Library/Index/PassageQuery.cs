using Yakuba.Office.Library.Wording;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Index;

/// <summary>Makes a question into a search over all fields of <see cref="PassageFields"/>.</summary>
public static class PassageQuery
{
    // A term in kana is searched by its sounds first of all; a sentence in kana has words enough of its own.
    private const double SoundsOfKana = 8;

    // Runs of characters are looked at in the texts themselves (SecondLook); in the index pairs only help to find.
    private const double PairsOfWords = 0.25;
    private const int FewestLetters = 2;

    // Words in quotation marks beside the same words without: set with docs/quality.md, ablation.
    private const double QuotedWeight = 1;
    private const int LettersOfATerm = 16;
    private const int LettersOfAWord = 8;

    /// <summary>The question as query terms. Empty when it has nothing to search by.</summary>
    /// <param name="analyser">Cuts it into terms.</param>
    /// <param name="question">The question.</param>
    /// <param name="meant">Knows the words that are meant without being said.</param>
    /// <param name="counts">Words as they may be counted for whoever asks.</param>
    public static IndexQuery Of(SearchAnalyser analyser, string question, MeantWords meant, TermCounts counts)
    {
        var q = analyser.Analyse(SearchAnalyser.Spoken(question));
        var normal = q.Text.Value;
        var words = SearchAnalyser.IndexedWords(q);
        var isKana = IsKana(normal);
        var sounds = isKana ? SoundsOfKana : 1;
        var terms = new List<QueryTerm>();
        Add(terms, words, 1, PassageFields.WordFields);
        Add(terms, PassageFields.Bigrams(q), isKana || IsTerm(normal) ? 1 : PairsOfWords, PassageFields.BigramFields);
        AddSounds(terms, analyser.SoundTerms(q.Text.Original), 1, sounds);
        AddSounds(terms, analyser.ProlongedSounds(question), 0.5, sounds);
        Add(terms, ArticleTerms.Of(question), 1, [PassageFields.NamedArticles, PassageFields.CitedArticles]);
        foreach (var full in Bynames.Of(normal))
        {
            var f = analyser.Analyse(full);
            Add(terms, SearchAnalyser.IndexedWords(f), Bynames.Weight, PassageFields.WordFields);
            Add(terms, PassageFields.Bigrams(f), Bynames.Weight, PassageFields.BigramFields);
        }

        if (isKana)
        {
            Add(terms, SoundName.Threes(Kana.ToHiragana(normal)), SoundsOfKana, [PassageFields.TitleName]);
        }
        else
        {
            foreach (var (word, weight) in meant.Of(words, counts))
            {
                Add(terms, [word], weight, PassageFields.WordFields);
            }
        }

        return new IndexQuery(terms) { Phrases = Quoted(QuotedPhrase.Of(question)) };
    }

    /// <summary>The same search for passages that hold every phrase in quotation marks and no others.</summary>
    public static IndexQuery Exact(IndexQuery query) => query with { Phrases = [.. query.Phrases.Select(p => p with { IsRequired = true })] };

    /// <summary>Phrases, each in any field that may hold it. They raise the passages that hold them and keep out no other.</summary>
    internal static IReadOnlyList<QueryPhrase> Quoted(IReadOnlyList<QuotedPhrase> phrases)
    {
        var quoted = new List<QueryPhrase>();
        for (var i = 0; i < phrases.Count; i++)
        {
            foreach (var field in PassageFields.PhraseFields)
            {
                quoted.Add(new QueryPhrase(field, phrases[i].Terms, QuotedWeight) { OneOf = i + 1 });
            }
        }

        return quoted;
    }

    /// <summary>True for a word, a date or a number of an article rather than a question: the index knows its other forms (第十二条の二), a text is one of them.</summary>
    /// <param name="normal">In normal form.</param>
    internal static bool IsTerm(string normal) => normal.Count(char.IsLetterOrDigit) <= LettersOfAWord;

    /// <summary>True for a text that is written in kana where others write kanji: its words cannot be told apart, only its sounds.</summary>
    /// <param name="normal">In normal form.</param>
    internal static bool IsKana(string normal)
    {
        var letters = normal.Count(char.IsLetter);
        return letters is >= FewestLetters and <= LettersOfATerm && normal.Count(c => c is >= 'ぁ' and <= 'ー') == letters;
    }

    // A name in kana is looked up whole, by ear (TitleName): its title does not count as much a second time, or each page of a form came before the entry that answers.
    private static void AddSounds(List<QueryTerm> terms, IReadOnlyList<string> threes, double weight, double sounds)
    {
        Add(terms, threes, weight * sounds, PassageFields.TextSoundFields);
        Add(terms, threes, weight, [PassageFields.TitleSounds]);
    }

    private static void Add(List<QueryTerm> terms, IReadOnlyList<string> words, double weight, ReadOnlySpan<int> fields)
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
