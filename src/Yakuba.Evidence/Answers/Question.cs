using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>A question read for what it asks: the kind of thing, the noun that names it, the particle and the predicate of the question word, and the words that lead there.</summary>
internal sealed class Question
{
    // Longer ones before shorter ones.
    private static readonly (string Word, AskedFor Kind)[] words =
    [
        ("何という", AskedFor.Name), ("なんという", AskedFor.Name), ("何と呼", AskedFor.Name), ("なんと呼", AskedFor.Name), ("何と言", AskedFor.Name), ("なんと言", AskedFor.Name), ("何といい", AskedFor.Name), ("なんといい", AskedFor.Name), ("何と名", AskedFor.Name),
        ("何年", AskedFor.When), ("何月", AskedFor.When), ("何日", AskedFor.When), ("何世紀", AskedFor.When), ("何時", AskedFor.When), ("何曜日", AskedFor.When), ("何年代", AskedFor.When), ("何時代", AskedFor.When), ("いつ", AskedFor.When),
        ("誰", AskedFor.Who), ("だれ", AskedFor.Who), ("何者", AskedFor.Who), ("どなた", AskedFor.Who), ("どこ", AskedFor.Where), ("何処", AskedFor.Where), ("何県", AskedFor.Where), ("何市", AskedFor.Where), ("何国", AskedFor.Where), ("何地方", AskedFor.Where),
        ("いくつ", AskedFor.HowMany), ("いくら", AskedFor.HowMany), ("どのくらい", AskedFor.HowMany), ("どれくらい", AskedFor.HowMany), ("どれほど", AskedFor.HowMany), ("何人", AskedFor.HowMany), ("何個", AskedFor.HowMany), ("何回", AskedFor.HowMany), ("何番", AskedFor.HowMany), ("何歳", AskedFor.HowMany), ("何円", AskedFor.HowMany), ("何パーセント", AskedFor.HowMany), ("何%", AskedFor.HowMany), ("何割", AskedFor.HowMany), ("何度", AskedFor.HowMany), ("何倍", AskedFor.HowMany), ("何位", AskedFor.HowMany), ("何代", AskedFor.HowMany), ("何km", AskedFor.HowMany), ("何メートル", AskedFor.HowMany), ("何キロ", AskedFor.HowMany), ("何万", AskedFor.HowMany), ("何つ", AskedFor.HowMany), ("何種", AskedFor.HowMany), ("何か国", AskedFor.HowMany), ("何カ国", AskedFor.HowMany), ("何分", AskedFor.HowMany), ("何ヶ", AskedFor.HowMany),
        ("なぜ", AskedFor.Why), ("何故", AskedFor.Why), ("どうして", AskedFor.Why), ("理由", AskedFor.Why), ("どのよう", AskedFor.How), ("どういう", AskedFor.How), ("どういった", AskedFor.How), ("どんな", AskedFor.How), ("どちら", AskedFor.Which), ("どの", AskedFor.Which), ("どれ", AskedFor.Which), ("どう", AskedFor.How),
        ("何", AskedFor.What), ("なに", AskedFor.What), ("なん", AskedFor.What),
    ];

    private Question(TextReading reading) => Reading = reading;

    internal TextReading Reading { get; }

    internal AskedFor Kind { get; private set; } = AskedFor.Topic;

    /// <summary>The noun that names what is asked for: 党 of 何党, 首都 of 首都は？; empty if there is none.</summary>
    internal string Focus { get; private set; } = "";

    /// <summary>The particle behind the question word: 誰が, 何を; empty without one.</summary>
    internal string Particle { get; private set; } = "";

    /// <summary>Base form of the predicate behind the question word; empty without one.</summary>
    internal string Predicate { get; private set; } = "";

    /// <summary>Base forms of the words that lead to the answer, with their weights.</summary>
    internal Dictionary<string, double> Words { get; } = new(StringComparer.Ordinal);

    internal static Question Of(string text, Lexicon lexicon)
    {
        var question = new Question(TextReading.Of(text, lexicon));
        question.Read();
        return question;
    }

    private void Read()
    {
        var text = Reading.Value;
        var (at, length) = (-1, 0);
        foreach (var (word, kind) in words)
        {
            at = text.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0)
            {
                (Kind, length) = (kind, word.Length);
                break;
            }
        }

        foreach (var token in Reading.Tokens)
        {
            var asks = at >= 0 && token.Start < at + length && token.Start + token.Length > at;
            if (!asks && (Evidence.Words.IsContent(token) || Evidence.Words.IsNumber(token)))
            {
                Words[token.BaseForm] = Evidence.Words.IsContent(token) ? Evidence.Words.Weight(token) : 1.5;
            }
        }

        if (at >= 0)
        {
            ReadBehind(Reading.Tokens.Where(token => token.Start + token.Length > at).ToList(), at + length);
        }

        if (Focus.Length == 0)
        {
            Focus = Before(at);
        }
    }

    // 何党か: the rest of the compound; どの大学を: the noun behind.
    private void ReadBehind(List<Token> tokens, int end)
    {
        foreach (var token in tokens)
        {
            if (token.Start + token.Length <= end)
            {
                continue;
            }

            if (Particle.Length == 0 && Predicate.Length == 0 && Evidence.Words.IsNoun(token) && token.Surface is not ("こと" or "もの" or "の"))
            {
                Focus = token.Surface;
            }
            else if (Particle.Length == 0 && Predicate.Length == 0 && token.PartOfSpeech.StartsWith("助詞,格", StringComparison.Ordinal))
            {
                Particle = token.Surface;
            }
            else if (Predicate.Length == 0 && (token.PartOfSpeech.StartsWith("動詞,自立", StringComparison.Ordinal) || token.PartOfSpeech.StartsWith("名詞,サ変", StringComparison.Ordinal)))
            {
                Predicate = token.BaseForm;
            }
        }
    }

    // 首都は何か, 首都は？: the noun before the last は in front of the question word.
    private string Before(int at)
    {
        var noun = "";
        var found = "";
        foreach (var token in Reading.Tokens)
        {
            if (at >= 0 && token.Start >= at)
            {
                break;
            }

            if (Evidence.Words.IsNoun(token))
            {
                noun = token.Surface;
            }
            else if (token.Surface is "は" or "って" or "とは")
            {
                found = noun;
            }
        }

        return found.Length > 0 ? found : noun;
    }
}
