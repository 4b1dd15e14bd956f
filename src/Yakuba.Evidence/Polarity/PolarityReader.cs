using System.Text;
using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Reads how each predicate of a text is put, from the function words behind it.</summary>
internal static class PolarityReader
{
    // Words with a meaning that here only set the stance of the word before them.
    private static readonly HashSet<string> modal =
    [
        "必要", "不要", "可能", "不可能", "不可", "可", "禁止", "対象外", "任意", "義務", "義務付ける", "義務づける", "必須", "要する", "除く", "以外", "できる", "出来る", "ある", "ない", "無い", "なる", "いる", "おる", "する", "行う", "おこなう", "認める", "認め", "いただく", "頂く", "くださる", "下さる", "願う", "お願い", "免除", "遠慮", "断る", "お断り",
        "よい", "良い", "いい", "構う", "かまう", "差し支える", "差し支え", "支障", "及ぶ", "こと", "もの", "場合", "得る", "いける", "いう", "よう", "ため", "とき", "際", "限り", "わけ", "はず", "つもり", "ところ", "場", "問題", "思う", "禁ずる", "禁じる", "要る", "いらっしゃる", "ござる", "かねる", "みる",
    ];

    private static readonly HashSet<string> kept = ["含む", "届く", "免除"];

    internal static List<PolarityMark> Read(TextReading reading)
    {
        var marks = new List<PolarityMark>();
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsAnchor(tokens[i]))
            {
                var tail = Tail(tokens, i, out var end, out var predicated);
                var stance = StanceWords.Of(tail);
                var (anchor, flipped) = Antonyms.Strip(tokens[i].BaseForm);
                marks.Add(new PolarityMark(anchor, flipped ? Flip(stance) : stance, tokens[i].Start, end) { IsPredicate = predicated, IsPrefixed = flipped });
            }
        }

        return marks;
    }

    internal static void AddFacts(TextReading reading, List<Fact> facts)
    {
        foreach (var mark in Read(reading))
        {
            if (mark.Stance != Stance.Affirmed)
            {
                facts.Add(new Fact(FactKind.Polarity, $"{mark.Anchor}:{mark.Stance.Word()}", mark.Start, mark.End - mark.Start) { Group = mark.Anchor });
            }
        }
    }

    private static bool IsAnchor(in Token token)
    {
        var part = token.PartOfSpeech;
        return !part.StartsWith("名詞,接尾", StringComparison.Ordinal)
            && (kept.Contains(token.BaseForm) || (Words.IsContent(token) && !modal.Contains(token.BaseForm) && !modal.Contains(token.Surface)));
    }

    // Function words behind the anchor up to the next content word, a comma or the end of the sentence; adverbs (必ず) are left out.
    private static string Tail(IReadOnlyList<Token> tokens, int anchor, out int end, out bool predicated)
    {
        var tail = new StringBuilder();
        predicated = false;
        end = tokens[anchor].Start + tokens[anchor].Length;
        for (var i = anchor + 1; i < tokens.Count && tail.Length < 40; i++)
        {
            var token = tokens[i];
            if (token.Surface is "。" or "\n" or "!" or "?" or "「" or "」" || (token.Surface is "、" && predicated) || IsAnchor(token))
            {
                tail.Append(token.Surface is "。" or "、" ? token.Surface : "");
                break;
            }

            if (!token.PartOfSpeech.StartsWith("副詞", StringComparison.Ordinal) && !token.PartOfSpeech.StartsWith("接続詞", StringComparison.Ordinal))
            {
                tail.Append(token.Surface);
            }

            predicated |= token.PartOfSpeech.StartsWith("動詞", StringComparison.Ordinal) || token.PartOfSpeech.StartsWith("助動詞", StringComparison.Ordinal);
            end = token.Start + token.Length;
        }

        return tail.ToString();
    }

    private static Stance Flip(Stance stance) => stance.IsNegative() ? Stance.Affirmed : Stance.Negated;
}
