namespace Yakuba.Prose;

/// <summary>The forms of verbs and adjectives, so that a table names each word once.</summary>
internal static class Inflection
{
    private const string Rows = "うくぐすつぬぶむる";

    /// <summary>For each of <see cref="Rows"/>: before ない, before ます, before ば, before う, before て.</summary>
    private static readonly string[] s_forms = ["わいえおっ", "かきけこい", "がぎげごい", "さしせそし", "たちてとっ", "なにねのん", "ばびべぼん", "まみめもん", "らりれろっ"];

    private static readonly string[] s_afterStem = ["ます", "ませ", "まし", "たい", "たく", "なが", "やす", "にく", "つつ", "くだ", "いただ"];
    private static readonly string[] s_afterOneStep = ["る", "れ", "ろ", "よ", "ま", "な", "た", "て", "ず", "ら", "さ", "、", "や", "つつ", "そう", "方"];
    /// <summary>Without what may also follow the noun of the same letters: 取下げ、 取下げまで, 取下げなど.</summary>
    private static readonly string[] s_afterVerbAlone = ["る", "れば", "ろ", "ます", "ませ", "まし", "ない", "なけ", "なか", "た", "て", "ず", "られ", "させ"];

    private static readonly string[] s_afterAdjective = ["い", "く", "か", "け", "さ"];

    /// <summary>The pairs of wrong and right forms of a word.</summary>
    /// <param name="wrong">Dictionary form.</param>
    /// <param name="right">Dictionary form with the same ending; empty if there is none.</param>
    /// <param name="way">五段, 一段 or 形, 五段名 and 一段名 where a noun of the same letters is right; any other gives the words themselves.</param>
    internal static IEnumerable<(string Wrong, string Right)> Forms(string wrong, string right, string way)
    {
        string[] endings = way switch
        {
            "五段" => [.. FiveStep(wrong)],
            "五段名" => [.. FiveStep(wrong).Where(ending => ending != Stem(wrong)), .. s_afterStem.Select(after => Stem(wrong) + after)],
            "一段" => s_afterOneStep,
            "一段名" => s_afterVerbAlone,
            "形" => s_afterAdjective,
            _ => [],
        };
        if (endings.Length == 0)
        {
            return [(wrong, right)];
        }

        return endings.Distinct().Select(ending => (wrong[..^1] + ending, right.Length == 0 ? "" : right[..^1] + ending));
    }

    /// <summary>The form before ます, which is also that of the noun.</summary>
    private static string Stem(string word) => s_forms[Rows.IndexOf(word[^1])][1].ToString();

    private static IEnumerable<string> FiveStep(string word)
    {
        var row = Rows.IndexOf(word[^1]);
        yield return word[^1..];
        foreach (var form in row < 0 ? "" : s_forms[row])
        {
            yield return form.ToString();
        }

        if (word[^2..] is "行く" or "いく")
        {
            yield return "っ";
        }
    }
}
