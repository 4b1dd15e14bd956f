using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>The function words behind a content word, and what they make of it.</summary>
/// <param name="Particle">Its case particle, or 連 where a noun follows at once.</param>
/// <param name="Place">上, 中, 前, …: where to it, from the word of place behind it; empty without one.</param>
/// <param name="IsPredicate">する, だ or です follows.</param>
/// <param name="Open">A noun follows the predicate: it modifies that noun.</param>
internal readonly record struct Tail(string Particle, bool IsPredicate, bool Open, bool Negated, bool Passive, string Place)
{
    private static readonly string[] apparent = ["かもしれ", "だけでなく", "だけではなく", "のみならず", "に過ぎない", "間もなく", "にもかかわらず", "ではないか", "なければな", "なくてはな", "ないといけ", "ねばな", "なければいけ", "なくてはいけ"];

    private static readonly HashSet<string> places = ["上", "下", "中", "前", "後ろ", "後", "横", "隣", "内", "外", "近く", "そば", "間", "うえ", "なか", "まえ", "となり", "あいだ"];

    internal delegate bool Content(in Token token);

    internal static Tail Behind(IReadOnlyList<Token> tokens, int from, Content isContent)
    {
        var (particle, text, place) = ("", "", "");
        var (predicate, verbal, passive, negated, ended) = (false, false, false, false, false);
        var i = from;
        for (; i < tokens.Count && !isContent(tokens[i]); i++)
        {
            var token = tokens[i];
            var part = token.PartOfSpeech;
            if (token.Surface is "。" or "、")
            {
                ended = true;
                break;
            }

            text += token.Surface;
            place = places.Contains(token.Surface) ? token.Surface : place;
            if (part.StartsWith("助詞", StringComparison.Ordinal))
            {
                particle = token.Surface is "は" or "も" && particle.Length > 0 ? particle : Case(token.Surface) is { Length: > 0 } found ? found : particle;
            }
            else if (part.StartsWith("助動詞", StringComparison.Ordinal) || part.StartsWith("動詞", StringComparison.Ordinal))
            {
                verbal = true;
                predicate |= particle.Length == 0;
                passive |= part.StartsWith("動詞,接尾", StringComparison.Ordinal) && token.BaseForm is "れる" or "られる";
            }

            negated |= (part.StartsWith("助動詞", StringComparison.Ordinal) && token.BaseForm is "ない" or "ん" or "ぬ" or "まい") || (part.StartsWith("形容詞", StringComparison.Ordinal) && token.BaseForm is "ない");
        }

        // する and いる count as content words, so that 走っていない is read here but 研究する there.
        var next = i < tokens.Count && !ended ? tokens[i] : default;
        if (next.BaseForm is "する" or "できる" && particle.Length == 0 && !verbal)
        {
            var behind = Behind(tokens, i + 1, isContent);
            return new Tail("", true, behind.Open, behind.Negated, behind.Passive || (i + 1 < tokens.Count && tokens[i + 1].BaseForm == "れる"), "");
        }

        var open = next.PartOfSpeech?.StartsWith("名詞", StringComparison.Ordinal) == true && (particle.Length == 0 || verbal) && !text.EndsWith('て') && !text.EndsWith('で');
        foreach (var form in apparent)
        {
            negated &= !text.Contains(form, StringComparison.Ordinal);
        }

        return new Tail(particle.Length > 0 ? particle : open ? "連" : "", predicate, open, negated, passive, place);
    }

    private static string Case(string particle) => particle switch
    {
        "が" or "は" or "も" => "が",
        "を" or "に" or "で" or "の" or "から" or "へ" or "まで" => particle,
        "と" or "や" or "とか" => "と",
        "では" => "で",
        "には" => "に",
        _ => "",
    };
}
