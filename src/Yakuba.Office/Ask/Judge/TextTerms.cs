using Yakuba.Text;

namespace Yakuba.Office.Ask.Judge;

/// <summary>The words of a piece of evidence, to look question words up in.</summary>
internal sealed class TextTerms
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _readings = new(StringComparer.Ordinal);
    private readonly string _normal;
    private readonly Lazy<string> _sound;

    internal TextTerms(string text, SearchAnalyser analyser)
    {
        var analysed = analyser.Analyse(text);
        _normal = analysed.Text.Value;
        _sound = new(() => analyser.Sound(text));
        foreach (var word in analysed.Words)
        {
            _words.Add(word.Term);
        }

        foreach (var reading in analysed.Readings)
        {
            _readings.Add(reading.Term);
        }
    }

    /// <summary>The text in normal form.</summary>
    internal string Normal => _normal;

    /// <summary>The text as it sounds.</summary>
    internal string Sound => _sound.Value;

    /// <summary>How surely the text holds a question's word: itself, its sound, a word that may stand for it, most of a compound, or the same stem.</summary>
    /// <returns>0 to 1.</returns>
    internal double Holds(QuestionTerm term)
    {
        if (Says(term) is > 0 and var said)
        {
            return said;
        }

        foreach (var other in term.Others)
        {
            if (_words.Contains(other) || (other.Length >= 2 && _normal.Contains(other, StringComparison.Ordinal)))
            {
                return 0.8;
            }
        }

        return Math.Max(Compound(term.Word), Stem(term.Word));
    }

    /// <summary>How surely the text says a question's word itself.</summary>
    /// <returns>0 to 1; never more than <see cref="Holds"/>.</returns>
    internal double Says(QuestionTerm term) => term.IsSound ? HeardWhole(term.Word)
        : _words.Contains(term.Word) || (term.Word.Length >= 2 && _normal.Contains(term.Word, StringComparison.Ordinal)) ? 1
        : term.Reading.Length >= 2 && _readings.Contains(term.Reading) ? 0.95 : 0;

    private double Compound(string word)
    {
        if (word.Length < 3)
        {
            return 0;
        }

        var held = 0;
        for (var i = 0; i + 2 <= word.Length; i++)
        {
            held += _normal.AsSpan().IndexOf(word.AsSpan(i, 2), StringComparison.Ordinal) >= 0 ? 1 : 0;
        }

        var share = (double)held / (word.Length - 1);
        return share >= 0.6 ? 0.7 * share : 0;
    }

    // こうきこうれいしゃ is 後期高齢者: a word that is only heard must be heard whole, or nearly so.
    private double HeardWhole(string sound)
    {
        var share = Sounds.Share(sound, Sound);
        return share >= 0.7 ? share : 0;
    }

    // 燃える and 燃やす, 申し込む and 申込み: a verb's first kanji carries its sense.
    private double Stem(string word) =>
        word.Length is 1 && word[0] >= '一' && word[0] <= '鿿' && _normal.Contains(word[0], StringComparison.Ordinal) ? 0.6 :
        word.Length is 2 or 3 && word[0] >= '一' && word[0] <= '鿿' && word[1] is >= 'ぁ' and <= 'ん' && _normal.Contains(word[0], StringComparison.Ordinal) ? 0.6 : 0;
}
