using Yakuba.Office.Ask.Understand;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Searching;
using Yakuba.Office.Library.Wording;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Ask.Judge;

/// <summary>A content word of a question.</summary>
/// <param name="Word">In base form.</param>
/// <param name="Reading">In hiragana; empty when unknown.</param>
/// <param name="Weight">How telling it is in this municipality's documents; at least 0.</param>
/// <param name="IsKnown">True when some document holds it: then a passage without it is probably not the one that is meant.</param>
/// <param name="Others">Words that may stand for it.</param>
public sealed record QuestionTerm(string Word, string Reading, double Weight, bool IsKnown, IReadOnlyCollection<string> Others)
{
    /// <summary>True for a run of kana that is compared by its sounds alone.</summary>
    public bool IsSound { get; init; }
}

/// <summary>A pair of written characters, or three sounds, of a question with its weight.</summary>
public readonly record struct WeighedPart(string Text, double Weight);

/// <summary>A question as it is compared with passages.</summary>
/// <param name="Terms">Its content words, each once; words that only ask are left out.</param>
/// <param name="Pairs">Pairs of kanji and katakana as they stand, so that 修学旅行費 is more than 修学 and 旅行.</param>
/// <param name="Sound">Its reading as one string.</param>
/// <param name="Threes">Its threes of sounds, for what is written in kana or misspelt.</param>
/// <param name="IsKana">True where sounds are all there is to compare.</param>
/// <param name="For">What it wants to hear.</param>
/// <param name="Normal">The question in normal form.</param>
/// <param name="Meant">Words that are meant by all of it, those that only ask included, with the sum of their chances.</param>
/// <param name="Readable">What the asker may read, by which words are weighed.</param>
public sealed record QuestionTerms(IReadOnlyList<QuestionTerm> Terms, IReadOnlyList<WeighedPart> Pairs, string Sound, IReadOnlyList<WeighedPart> Threes, bool IsKana, AskedFor For, string Normal, IReadOnlyDictionary<string, double> Meant, PermittedGroups Readable)
{
    /// <summary>Which sides of the matter it asks for.</summary>
    public AskedKinds Kinds { get; } = AskedKindsReader.Of(Normal);

    /// <summary>Sum of the words' weights.</summary>
    public double Weight { get; } = Terms.Sum(t => t.Weight);
}

/// <summary>Reads questions for comparison.</summary>
public sealed class QuestionTermsReader(TermWeights weights, SearchAnalyser analyser, Lexicon lexicon, MeantWords meant)
{
    // A verb or an adverb tells less of the matter than a noun does.
    private const double OtherThanNoun = 0.5;

    // A verb that no document has is a way of speaking more often than a matter.
    private const double UnknownVerb = 0.25;

    // What kind of thing is asked for is judged apart from the matter.
    private const double NamesTheKind = 0.3;

    private const int FewestHeard = 4;

    /// <summary>Reads one.</summary>
    public QuestionTerms Read(string text, PermittedGroups readable)
    {
        var analysed = analyser.Analyse(text);
        var nouns = lexicon.Tokenize(analysed.Text.Value).Where(t => t.PartOfSpeech.StartsWith("名詞", StringComparison.Ordinal)).Select(t => t.BaseForm.Length > 0 && t.BaseForm != "*" ? t.BaseForm : t.Surface).ToHashSet();
        var terms = new Dictionary<string, QuestionTerm>(StringComparer.Ordinal);
        var weighed = weights.OfWords(analysed.Words.Select(w => w.Term).Where(w => !AskingWords.Contains(w)), readable);
        var kind = AskedFor.Of(analysed.Text.Value);
        foreach (var word in analysed.Words.Where(w => weighed.ContainsKey(w.Term)))
        {
            var (weight, isKnown) = weighed[word.Term];
            var reading = analysed.Readings.FirstOrDefault(r => r.Start == word.Start).Term ?? "";
            var isNoun = nouns.Contains(word.Term) || char.IsAsciiDigit(word.Term[0]);
            var part = (isNoun ? 1 : isKnown ? OtherThanNoun : UnknownVerb) * (kind.NamedBy(word.Term) || AskingWords.Tells(word.Term) || word.Term.All(c => c is >= 'ぁ' and <= 'ん' or 'ー') ? NamesTheKind : 1);
            terms.TryAdd(word.Term, new QuestionTerm(word.Term, reading, part * weight, isKnown, Synonyms.Of(word.Term)));
        }

        HearRuns(analysed, terms);
        var pairs = weights.OfPairs(analysed.Bigrams.Select(b => b.Term).Where(IsWritten), readable).Select(p => new WeighedPart(p.Key, p.Value)).ToList();
        var sound = analyser.Sound(text);
        var threes = weights.OfSounds(PassageFields.Threes(sound), readable).Select(t => new WeighedPart(t.Key, t.Value)).ToList();
        return new QuestionTerms([.. terms.Values], pairs, sound, threes, PassageQuery.IsKana(analysed.Text.Value), AskedFor.Of(analysed.Text.Value), analysed.Text.Value, MeantBy(SearchAnalyser.IndexedWords(analysed)), readable);
    }

    // しょっきだな, こうきこうれいしゃ: in a run of kana that the dictionary cannot cut, the run is heard whole instead of the pieces it was cut into.
    private void HearRuns(AnalysedText analysed, Dictionary<string, QuestionTerm> terms)
    {
        var text = analysed.Text.Original;
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && text[end] is >= 'ぁ' and <= 'ん' or 'ー' && text[end] is not ('は' or 'の' or 'を'))
            {
                end++;
            }

            if (end - at >= FewestHeard)
            {
                var pieces = analysed.Words.Where(w => w.Start >= at && w.Start + w.Length <= end && terms.ContainsKey(w.Term)).Select(w => w.Term).Distinct().ToList();
                if (pieces.Any(p => !terms[p].IsKnown))
                {
                    var run = SoundForm.Plain(text[at..end]);
                    var weight = pieces.Max(p => terms[p].Weight);
                    pieces.ForEach(p => terms.Remove(p));
                    terms.TryAdd(run, new QuestionTerm(run, "", weight, true, []) { IsSound = true });
                }
            }

            at = end + 1;
        }
    }

    private Dictionary<string, double> MeantBy(IEnumerable<string> words)
    {
        var chances = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (word, chance) in words.Distinct().SelectMany(meant.Of))
        {
            chances[word] = chances.GetValueOrDefault(word) + chance;
        }

        return chances;
    }

    private static bool IsWritten(string pair) => pair.Length == 2 && pair.All(c => c is >= '一' and <= '鿿' or >= 'ァ' and <= 'ー' or '々');
}
