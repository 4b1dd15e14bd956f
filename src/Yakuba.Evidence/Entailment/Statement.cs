using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>A sentence as content words with roles and heads, quantities and negations.</summary>
internal sealed class Statement
{
    private static readonly HashSet<string> light = ["いる", "ある", "する", "なる", "できる", "おる", "居る", "有る", "行う", "やる", "ない", "無い", "いらっしゃる", "ござる", "くれる", "もらう",
        "必要", "義務", "必須", "要る", "いる", "場合", "可能", "予定", "つく", "よる", "対する", "関する"];

    // They deny what they are said of, without any ない.
    private static readonly HashSet<string> denying = ["不要", "不可", "不可能", "禁止", "禁じる", "禁ずる"];

    private Statement(string text) => Text = text;

    /// <summary>The text in folded normal form, without signs.</summary>
    internal string Text { get; }

    internal List<StatedWord> Words { get; } = [];

    internal List<Quantity> Quantities { get; private init; } = [];

    /// <summary>Negations that turn the statement, counted; かもしれない and だけでなく are none.</summary>
    internal int Negations { get; private set; }

    /// <summary>一人もいない, 誰も, 何も: there is none of it.</summary>
    internal bool DeniesAll { get; private set; }

    internal static Statement Of(string text, Lexicon lexicon)
    {
        var reading = TextReading.Of(text, lexicon);
        var statement = new Statement(NameFold.Of(reading.Value).Replace("、", "", StringComparison.Ordinal).Replace("。", "", StringComparison.Ordinal))
        {
            Quantities = Quantity.Of(reading),
        };
        statement.Read(reading);
        return statement;
    }

    /// <summary>The last predicate that says something, or null.</summary>
    internal StatedWord? Main => Words.LastOrDefault(word => word.IsPredicate && !word.Light) ?? Words.LastOrDefault(word => word.Class is WordClass.Verb or WordClass.Adjective);

    /// <summary>First word with one of the particles, or null.</summary>
    internal StatedWord? WithRole(string role) => Words.Find(word => word.Role == role && !word.Light);

    private void Read(TextReading reading)
    {
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            // The する of 研究する is read with 研究.
            var carried = tokens[i].BaseForm is "する" or "できる" && i > 0 && tokens[i - 1].PartOfSpeech.StartsWith("名詞", StringComparison.Ordinal);
            if (carried || !IsContent(tokens[i]) || Quantities.Exists(quantity => quantity.Covers(tokens[i])))
            {
                continue;
            }

            var tail = Tail.Behind(tokens, i + 1, IsContent);
            var word = Word(tokens[i]);
            var predicate = word.Class is WordClass.Verb or WordClass.Adjective || tail.IsPredicate;
            word.Role = predicate ? tail.Open ? "述連" : "述" : tail.Particle;
            word.Place = tail.Place;
            word.Negated = tail.Negated != denying.Contains(word.Base) || tokens[i].BaseForm is "ない" or "無い";
            word.Passive = tail.Passive;
            Negations += word.Negated ? 1 : 0;
            Words.Add(word);
        }

        DeniesAll = Negations > 0 && Denial.IsIn(reading.Value);
        for (var i = 0; i < Words.Count; i++)
        {
            Words[i].Head = HeadOf(i);
        }
    }

    private int HeadOf(int at)
    {
        var role = Words[at].Role;
        for (var i = at + 1; i < Words.Count; i++)
        {
            if (role is "の" or "連" or "述連" ? Words[i].Class == WordClass.Noun : Words[i].IsPredicate)
            {
                return i;
            }
        }

        return -1;
    }

    private StatedWord Word(in Token token)
    {
        var part = token.PartOfSpeech;
        var kind = part.StartsWith("動詞", StringComparison.Ordinal) ? WordClass.Verb
            : part.StartsWith("形容詞", StringComparison.Ordinal) || part.StartsWith("名詞,形容動詞", StringComparison.Ordinal) || part.StartsWith("連体詞", StringComparison.Ordinal) ? WordClass.Adjective
            : part.StartsWith("副詞", StringComparison.Ordinal) ? WordClass.Adverb
            : part.StartsWith("名詞,接尾", StringComparison.Ordinal) ? WordClass.Suffix
            : WordClass.Noun;
        var form = token.BaseForm is "*" or "" ? token.Surface : token.BaseForm;
        return new StatedWord(Words.Count, form, WordKinds.Fold(form), form != token.Surface ? "" : token.Reading.Length > 0 ? token.Reading : Kana.ToKatakana(form), kind) { Light = light.Contains(form) || denying.Contains(form) };
    }

    private static bool IsContent(in Token token)
    {
        var part = token.PartOfSpeech;
        return (part.StartsWith("名詞", StringComparison.Ordinal) && !part.StartsWith("名詞,非自立", StringComparison.Ordinal) && !part.StartsWith("名詞,数", StringComparison.Ordinal)
                && !part.StartsWith("名詞,代名詞", StringComparison.Ordinal) && !part.StartsWith("名詞,特殊", StringComparison.Ordinal) && token.Surface is not ("達" or "たち" or "ら" or "等" or "用"))
            || part.StartsWith("動詞,自立", StringComparison.Ordinal) || part.StartsWith("形容詞,自立", StringComparison.Ordinal)
            || part.StartsWith("副詞", StringComparison.Ordinal) || (part.StartsWith("連体詞", StringComparison.Ordinal) && token.Surface is "大きな" or "小さな");
    }
}
