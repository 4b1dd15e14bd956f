using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Library.Index;

/// <summary>The one configuration of search: which terms of a passage stand in which term space, and how much each counts.</summary>
public static class PassageFields
{
    /// <summary>Threes of sounds of the title.</summary>
    internal const int TitleSounds = 9;

    /// <summary>The sounds of a passage's name without its supplement, with both ends marked: of its title, or of a FAQ entry's question, whose file's title names no matter.</summary>
    internal const int TitleName = 10;

    /// <summary>Articles that the title and the headings name.</summary>
    internal const int NamedArticles = 11;

    /// <summary>Articles that the body refers to.</summary>
    internal const int CitedArticles = 12;

    /// <summary>Nouns and compounds as they are written, for もしかして; questions do not search it.</summary>
    internal const int SpellingField = 13;

    /// <summary>Terms of passages that are held before they go to the disk: a single file may have more than a server has memory.</summary>
    internal const int PostingsInMemory = 1 << 23;

    // Mean lengths are fixed, since the lengths of texts that somebody may not read must not move what they may (docs/decisions/0016). They
    // lie between the sample town's and those of the evaluation sets; from half to twice of them changes no measure by more than .03.
    // Weights were set once on municipal FAQ judgments (docs/quality.md, ablation); one configuration serves all collections.
    private static readonly FieldSchema[] Fields =
    [
        new("title.words", 0.5, MeanLength: 5),
        new("heading.words", 0.5, MeanLength: 5),
        new("question.words", 1.0, MeanLength: 2),
        new("body.words", 1.0, MeanLength: 45),
        new("question.bigrams", 0.2, HasPositions: true, MeanLength: 6),
        new("body.bigrams", 0.2, HasPositions: true, MeanLength: 110),
        new("question.sounds", 0.15, MeanLength: 8),
        new("body.sounds", 0.15, MeanLength: 140),
        new("title.bigrams", 0.1, HasPositions: true, MeanLength: 10),
        new("title.sounds", 0.15, MeanLength: 20),
        new("title.name", 0.15, MeanLength: 21),
        new("title.articles", 4, MeanLength: 1),
        new("body.articles", 0.5, MeanLength: 1),
        new("spellings", 0.1, MeanLength: 30),
        new("heading.bigrams", 0.1, HasPositions: true, MeanLength: 8),
    ];

    /// <summary>Fields that hold content words.</summary>
    internal static ReadOnlySpan<int> WordFields => [0, 1, 2, 3];

    /// <summary>Fields that hold pairs of characters.</summary>
    internal static ReadOnlySpan<int> BigramFields => [4, 5, 8];

    /// <summary>Fields in which phrases are looked for; headings for them alone.</summary>
    internal static ReadOnlySpan<int> PhraseFields => [4, 5, 8, 14];

    /// <summary>Fields that hold threes of sounds.</summary>
    internal static ReadOnlySpan<int> SoundFields => [6, 7, TitleSounds];

    /// <summary>Those of them that hold what is said, not what it is called.</summary>
    internal static ReadOnlySpan<int> TextSoundFields => [6, 7];

    /// <summary>The schema of every passage index.</summary>
    public static IndexSchema Schema { get; } = new(Fields);

    /// <summary>The terms of a passage, one list a field of <see cref="Schema"/>.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Terms(SearchAnalyser analyser, string title, string headings, string? question, string body)
    {
        var t = analyser.AnalyseTerms(title);
        var h = analyser.AnalyseTerms(headings);
        var q = analyser.AnalyseTerms(question ?? "");
        var b = analyser.AnalyseTerms(body);
        return
        [
            t.Words,
            h.Words,
            q.Words,
            b.Words,
            q.Bigrams,
            b.Bigrams,
            q.Sounds,
            b.Sounds,
            t.Bigrams,
            t.Sounds,
            SoundName.Threes(analyser.Sound(SoundName.WithoutSupplement(question is { Length: > 0 } ? question : title))),
            ArticleTerms.Of($"{title}\n{headings}"),
            ArticleTerms.Of(body),
            analyser.Spellings($"{title}\n{headings}\n{question}\n{body}"),
            h.Bigrams,
        ];
    }

    /// <summary>Pairs of characters, in order.</summary>
    internal static List<string> Bigrams(AnalysedText text) => [.. text.Bigrams.Select(w => w.Term)];

    /// <summary>The threes of a text that was read aloud by <see cref="SearchAnalyser.Sound"/>: a question in kana, or misspelt, still meets the word that it means.</summary>
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
