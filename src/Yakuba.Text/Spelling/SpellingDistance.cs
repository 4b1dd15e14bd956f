namespace Yakuba.Text;

/// <summary>How far two readings are apart, in slips of the finger or the ear. Slips that people often make count less than one.</summary>
/// <remarks>Source: the restricted edit distance with swaps of neighbours, Damerau, 1964; the weights are set by hand.</remarks>
internal static class SpellingDistance
{
    private const double SmallKana = 0.2, Prolonging = 0.2, Extra = 1.05, Voicing = 0.5, Swap = 0.8, Vowel = 0.9;

    private const string Plain = "かきくけこさしすせそたちつてとはひふへほはひふへほ";
    private const string Voiced = "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ";

    private static readonly string[] s_rows = ["あかがさざただなはばぱまやらわ", "いきぎしじちぢにひびぴみり", "うくぐすずつづぬふぶぷむゆる", "えけげせぜてでねへべぺめれ", "おこごそぞとどのほぼぽもよろを"];

    /// <summary>The distance from what was typed to a word, or something above <paramref name="most"/> if it is more than that.</summary>
    /// <param name="a">What was typed, in hiragana. A sound too many counts a little more than one left out.</param>
    /// <param name="b">The word, in hiragana.</param>
    /// <param name="most">Above this the exact value does not matter.</param>
    internal static double Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, double most)
    {
        if (a.Length > 64 || b.Length > 64)
        {
            return double.MaxValue;
        }

        Span<double> cells = stackalloc double[3 * 65];
        var before = cells[..65];
        var last = cells[65..130];
        var now = cells[130..195];
        now[0] = 0;
        for (var j = 1; j <= b.Length; j++)
        {
            now[j] = now[j - 1] + Alone(b, j - 1);
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var spare = before;
            before = last;
            last = now;
            now = spare;
            now[0] = last[0] + Alone(a, i - 1);
            var lowest = now[0];
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(last[j - 1] + Between(a[i - 1], b[j - 1]), Math.Min(last[j] + (Alone(a, i - 1) * Extra), now[j - 1] + Alone(b, j - 1)));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + Swap);
                }

                now[j] = cost;
                lowest = Math.Min(lowest, cost);
            }

            if (lowest > most)
            {
                return double.MaxValue;
            }
        }

        return now[b.Length];
    }

    /// <summary>Cost of a sound that only one of the two has.</summary>
    private static double Alone(ReadOnlySpan<char> text, int at) =>
        text[at] is 'ー' or 'っ' || (at > 0 && ((text[at] is 'う' && Row(text[at - 1]) is 2 or 4) || (text[at] is 'い' && Row(text[at - 1]) is 1 or 3)
        || (text[at] is 'う' or 'い' && text[at - 1] is 'ゃ' or 'ゅ' or 'ょ')))
            ? Prolonging : text[at] is 'ゃ' or 'ゅ' or 'ょ' ? Voicing : 1;

    private static double Between(char a, char b)
    {
        if (a == b)
        {
            return 0;
        }

        if (SoundForm.Large(a) == SoundForm.Large(b))
        {
            return SmallKana;
        }

        var (plainA, plainB) = (WithoutVoice(a), WithoutVoice(b));
        return plainA == plainB ? Voicing : Row(a) == Row(b) && Row(a) >= 0 ? Vowel : 1;
    }

    /// <summary>か for が, は for ば and ぱ.</summary>
    internal static char WithoutVoice(char letter) => Voiced.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : letter;

    private static int Row(char letter)
    {
        for (var i = 0; i < s_rows.Length; i++)
        {
            if (s_rows[i].Contains(letter, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return letter switch { 'ゅ' => 2, 'ょ' => 4, 'ゃ' => 0, _ => -1 };
    }
}
