using System.Globalization;
using System.Text;

namespace Yakuba.Text;

/// <summary>Reads Latin letters as Japanese: Hepburn (with or without macrons), kunrei and what people type into an input method.</summary>
public static class Romaji
{
    private static readonly Dictionary<string, string> s_syllables = Make();

    /// <summary>Hiragana of a word in romaji.</summary>
    /// <param name="word">Latin letters, any case, with macrons, circumflexes, hyphens or apostrophes.</param>
    /// <returns>Null if some part of it is no romaji.</returns>
    public static string? ToHiragana(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var letters = Spelled(word);
        var kana = new StringBuilder(letters.Length);
        for (var at = 0; at < letters.Length;)
        {
            if (letters[at] is '-' or '\'')
            {
                at++;
                continue;
            }

            if (Doubled(letters, at))
            {
                kana.Append(letters[at] is 'n' or 'm' ? 'ん' : 'っ');
                at++;
                continue;
            }

            var length = Math.Min(4, letters.Length - at);
            while (length > 0 && !s_syllables.ContainsKey(letters.Substring(at, length)))
            {
                length--;
            }

            if (length > 0)
            {
                kana.Append(s_syllables[letters.Substring(at, length)]);
                at += length;
            }
            else if (letters[at] == 'n' || (letters[at] == 'm' && at + 1 < letters.Length && letters[at + 1] is 'b' or 'm' or 'p'))
            {
                kana.Append('ん');
                at++;
            }
            else
            {
                return null;
            }
        }

        return kana.Length == 0 ? null : kana.ToString();
    }

    /// <summary>Words in romaji that a word may have been before one slip: a letter too many, a vowel left out or another letter in its place.</summary>
    /// <param name="word">Latin letters that are no romaji as they stand.</param>
    internal static IEnumerable<string> Repaired(string word)
    {
        for (var i = 0; i <= word.Length && word.Length <= 24; i++)
        {
            foreach (var vowel in "aiueo")
            {
                yield return word.Insert(i, vowel.ToString());
                if (i < word.Length)
                {
                    yield return word.Remove(i, 1).Insert(i, vowel.ToString());
                }
            }

            if (i < word.Length)
            {
                yield return word.Remove(i, 1);
            }
        }
    }

    /// <summary>Kana with う after every sound in u or o that has none yet: ときょ → とうきょう.</summary>
    /// <param name="kana">Hiragana, as <see cref="ToHiragana"/> gives it.</param>
    public static string Prolonged(string kana)
    {
        ArgumentNullException.ThrowIfNull(kana);
        var prolonged = new StringBuilder(kana.Length * 2);
        for (var i = 0; i < kana.Length; i++)
        {
            prolonged.Append(kana[i]);
            var next = i + 1 < kana.Length ? kana[i + 1] : ' ';
            if ("うくすつぬふむゆるぐずづぶぷゅおこそとのほもよろごぞどぼぽょ".Contains(kana[i], StringComparison.Ordinal) && next is not ('う' or 'ー' or 'ぁ' or 'ぃ' or 'ぇ' or 'ぉ' or 'ゃ' or 'ゅ' or 'ょ'))
            {
                prolonged.Append('う');
            }
        }

        return prolonged.ToString();
    }

    /// <summary>True for a doubled consonant (kk, tch) and for n or m before b, m, p.</summary>
    private static bool Doubled(string letters, int at) =>
        at + 1 < letters.Length && ((letters[at] == letters[at + 1] && letters[at] is not ('a' or 'i' or 'u' or 'e' or 'o' or 'n')) || (letters[at] == 't' && letters[at + 1] == 'c'));

    /// <summary>Lower case; ā, ī and ē doubled, ū and ō plain.</summary>
    private static string Spelled(string word)
    {
        var letters = new StringBuilder(word.Length + 4);
        foreach (var letter in word.ToLower(CultureInfo.InvariantCulture))
        {
            letters.Append(letter switch
            {
                'ā' or 'â' => "aa",
                'ī' or 'î' => "ii",
                'ū' or 'û' => "u", // what prolongs is left out, as most people do; see Prolonged
                'ē' or 'ê' => "ee",
                'ō' or 'ô' => "o",
                '’' => "'",
                _ => letter.ToString(),
            });
        }

        return letters.ToString();
    }

    private static Dictionary<string, string> Make()
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        Row("", "あいうえお");
        Row("k", "かきくけこ");
        Row("s", "さしすせそ");
        Row("t", "たちつてと");
        Row("n", "なにぬねの");
        Row("h", "はひふへほ");
        Row("m", "まみむめも");
        Row("r", "らりるれろ");
        Row("g", "がぎぐげご");
        Row("z", "ざじずぜぞ");
        Row("d", "だぢづでど");
        Row("b", "ばびぶべぼ");
        Row("p", "ぱぴぷぺぽ");
        foreach (var (spelled, kana) in new[]
        {
            ("ya", "や"), ("yu", "ゆ"), ("yo", "よ"), ("wa", "わ"), ("wo", "を"), ("shi", "し"), ("chi", "ち"), ("tsu", "つ"), ("fu", "ふ"), ("ji", "じ"),
            ("fa", "ふぁ"), ("fi", "ふぃ"), ("fe", "ふぇ"), ("fo", "ふぉ"), ("she", "しぇ"), ("che", "ちぇ"), ("je", "じぇ"), ("thi", "てぃ"), ("dhi", "でぃ"), ("nn", "ん"), ("xtu", "っ"), ("ltu", "っ"),
        })
        {
            table[spelled] = kana;
        }

        foreach (var (start, kana) in new[]
        {
            ("ky", "き"), ("sy", "し"), ("sh", "し"), ("ty", "ち"), ("ch", "ち"), ("cy", "ち"), ("ny", "に"), ("hy", "ひ"), ("my", "み"), ("ry", "り"), ("gy", "ぎ"), ("zy", "じ"), ("jy", "じ"), ("j", "じ"), ("by", "び"), ("py", "ぴ"), ("dy", "ぢ"),
        })
        {
            table[start + "a"] = kana + "ゃ";
            table[start + "u"] = kana + "ゅ";
            table[start + "o"] = kana + "ょ";
        }

        foreach (var vowel in "aiueo")
        {
            table["n'" + vowel] = "ん" + table[vowel.ToString()];
        }

        // nn before a vowel is ん and a syllable in n: konna, annai.
        foreach (var syllable in new[] { "na", "ni", "nu", "ne", "no", "nya", "nyu", "nyo" })
        {
            table["n" + syllable] = "ん" + table[syllable];
        }

        return table;

        void Row(string consonant, string kana)
        {
            for (var i = 0; i < kana.Length; i++)
            {
                table[consonant + "aiueo"[i]] = kana[i].ToString();
            }
        }
    }
}
